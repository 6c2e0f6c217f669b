import { translations } from '../../../language/LanguageContext.ts'

export const meetingTexts = translations({
  en: {
    title: 'Meetings',
    lead: 'Booked by visitors during a chat.',
    mine: 'My meetings',
    all: 'All meetings',
    count: (count: number) => (count === 1 ? '1 meeting' : `${count} meetings`),
    none: 'No meetings are left.',
    cancel: 'Cancel',
    cancelOf: (meeting: string) => `Cancel ${meeting}`,
    cancelled: (who: string) => `The meeting with ${who} was cancelled`,
  },
  nl: {
    title: 'Vergaderingen',
    lead: 'Door bezoekers tijdens een chat geboekt.',
    mine: 'Mijn vergaderingen',
    all: 'Alle vergaderingen',
    count: (count: number) => (count === 1 ? '1 vergadering' : `${count} vergaderingen`),
    none: 'Er zijn geen vergaderingen meer.',
    cancel: 'Afzeggen',
    cancelOf: (meeting: string) => `${meeting} afzeggen`,
    cancelled: (who: string) => `De vergadering met ${who} is afgezegd`,
  },
})
