import { translations } from '../language/LanguageContext.ts'

export const uiTexts = translations({
  en: { close: 'Close', cancel: 'Cancel', choose: 'Choose' },
  nl: { close: 'Sluiten', cancel: 'Annuleren', choose: 'Kies' },
})
