import { translations } from '../../language/LanguageContext.ts'

export const conversationTexts = translations({
  en: {
    with: (who: string) => `Conversation with ${who}`,
    answer: 'Answer',
    answerTo: (who: string) => `Answer ${who}`,
    send: 'Send',
    now: 'now',
  },
  nl: {
    with: (who: string) => `Gesprek met ${who}`,
    answer: 'Antwoord',
    answerTo: (who: string) => `Antwoord ${who}`,
    send: 'Versturen',
    now: 'nu',
  },
})
