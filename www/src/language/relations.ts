import { translations } from './LanguageContext.ts'

/** What a record is to the person, by relation. */
export const relationTexts = translations<Readonly<Record<string, string>>>({
  en: {
    own: 'the person’s own',
    shared: 'shared with the person',
    'shared-edit': 'shared with the person for editing',
    mine: 'assigned to the person',
    assigned: 'assigned to somebody',
    unassigned: 'assigned to nobody',
    'same-group': 'of one of the person’s groups',
    'same-organization': 'of the person’s organization',
  },
  nl: {
    own: 'van de persoon zelf',
    shared: 'gedeeld met de persoon',
    'shared-edit': 'gedeeld met de persoon om te bewerken',
    mine: 'toegewezen aan de persoon',
    assigned: 'toegewezen aan iemand',
    unassigned: 'aan niemand toegewezen',
    'same-group': 'van een groep van de persoon',
    'same-organization': 'van de organisatie van de persoon',
  },
})
