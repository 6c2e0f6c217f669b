import { translations } from '../../language/LanguageContext.ts'

export const matrixTexts = translations({
  en: {
    lead: (permissions: number, roles: number, bought: string) =>
      `${permissions} permissions of ${roles} roles, each role by itself, with ${bought}.`,
    nothing: 'nothing bought',
    count: (on: number, of: number) => `${on} of ${of}`,
    lookAs: (role: string) => `Look as ${role}`,
    filters: {
      differences: 'Where roles differ',
      plan: 'What a plan decides',
      open: 'Open cells',
      draft: 'What the draft changes',
    },
    file: 'matrix',
  },
  nl: {
    lead: (permissions: number, roles: number, bought: string) =>
      `${permissions} rechten van ${roles} rollen, elke rol apart, met ${bought}.`,
    nothing: 'niets gekocht',
    count: (on: number, of: number) => `${on} van ${of}`,
    lookAs: (role: string) => `Kijken als ${role}`,
    filters: {
      differences: 'Waar rollen verschillen',
      plan: 'Waar het abonnement beslist',
      open: 'Open cellen',
      draft: 'Wat het concept verandert',
    },
    file: 'matrix',
  },
})
