import { translations } from '../language/LanguageContext.ts'

export const screenTexts = translations({
  en: {
    sections: (frame: string) => `Sections, ${frame}`,
    menu: 'Sections',
    upgrade: 'upgrade',
    locked: 'locked',
    nothing: (place: string, who: string) => `Nothing in ${place} for ${who}`,
    nothingAtAll: (who: string) => `Nothing in this product for ${who}`,
    nobody: 'somebody without a role',
    whyNothing:
      'None of the person’s roles gives access to anything here, or what was bought does not cover it.',
    turnOn: 'Show what is hidden, and why',
    seeBelow: 'Every permission is listed below the frame, and why it is as it is.',
    goTo: (place: string) => `Go to ${place}`,
  },
  nl: {
    sections: (frame: string) => `Onderdelen, ${frame}`,
    menu: 'Onderdelen',
    upgrade: 'upgrade',
    locked: 'vergrendeld',
    nothing: (place: string, who: string) => `Niets in ${place} voor ${who}`,
    nothingAtAll: (who: string) => `Niets in dit product voor ${who}`,
    nobody: 'iemand zonder rol',
    whyNothing: 'Geen van de rollen geeft hier toegang, of wat gekocht is, dekt het niet.',
    turnOn: 'Toon wat verborgen is, en waarom',
    seeBelow: 'Elk recht staat onder het kader, met de reden.',
    goTo: (place: string) => `Naar ${place}`,
  },
})
