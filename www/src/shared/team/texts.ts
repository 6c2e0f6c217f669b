import { translations } from '../../language/LanguageContext.ts'

export const teamTexts = translations({
  en: {
    addSomebody: 'Add somebody',
    role: 'Role',
    roleOf: (name: string) => `Role of ${name}`,
    noRole: 'You may not give a role to a new person.',
    you: 'You',
    given: (name: string, role: string) => `${name} now has the role ${role}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} was removed`,
  },
  nl: {
    addSomebody: 'Iemand toevoegen',
    role: 'Rol',
    roleOf: (name: string) => `Rol van ${name}`,
    noRole: 'Je mag een nieuwe persoon geen rol geven.',
    you: 'Jij',
    given: (name: string, role: string) => `${name} heeft nu de rol ${role}`,
    remove: 'Verwijderen',
    removeOf: (name: string) => `${name} verwijderen`,
    removed: (name: string) => `${name} is verwijderd`,
  },
})
