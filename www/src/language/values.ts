import { translations } from './LanguageContext.ts'

/** What a person holds of a permission, and what a role or a layer gives. */
export const valueTexts = translations<Readonly<Record<string, string>>>({
  en: { off: 'off', on: 'on', read: 'read', write: 'write' },
  nl: { off: 'uit', on: 'aan', read: 'lezen', write: 'schrijven' },
})

/** What becomes of a control on the screen. */
export const outcomeTexts = translations<Readonly<Record<string, string>>>({
  en: {
    show: 'shown',
    disable: 'shown, but locked',
    upsell: 'offered as an upgrade',
    hide: 'hidden',
    loading: 'waiting',
  },
  nl: {
    show: 'getoond',
    disable: 'getoond, maar vergrendeld',
    upsell: 'aangeboden als upgrade',
    hide: 'verborgen',
    loading: 'bezig met laden',
  },
})
