import { translations } from '../../language/LanguageContext.ts'

export const roleTexts = translations({
  en: {
    roles: (frame: string) => `Roles ${frame}`,
    editable: 'editable',
    locked: 'locked',
    choose: 'Choose among the values allowed for this role. All others are fixed.',
    viewOnly: 'You may view this role but not change it.',
    undo: 'Undo',
    held: (count: number, all: number) => `${count} of ${all}`,
  },
  nl: {
    roles: (frame: string) => `Rollen ${frame}`,
    editable: 'te wijzigen',
    locked: 'vergrendeld',
    choose: 'Kies uit de waarden die voor deze rol mogen. Alle andere liggen vast.',
    viewOnly: 'Je mag deze rol bekijken, maar niet wijzigen.',
    undo: 'Ongedaan maken',
    held: (count: number, all: number) => `${count} van ${all}`,
  },
})
