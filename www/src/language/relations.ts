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

/** The same in a word or two, for cells of tables. */
export const shortRelationTexts = translations<Readonly<Record<string, string>>>({
  en: {
    own: 'own',
    shared: 'shared',
    'shared-edit': 'shared to edit',
    mine: 'assigned to them',
    assigned: 'assigned',
    unassigned: 'unassigned',
    'same-group': 'in their group',
    'same-organization': 'in their organization',
  },
  nl: {
    own: 'van henzelf',
    shared: 'gedeeld',
    'shared-edit': 'gedeeld om te bewerken',
    mine: 'aan hen toegewezen',
    assigned: 'toegewezen',
    unassigned: 'niet toegewezen',
    'same-group': 'in hun groep',
    'same-organization': 'in hun organisatie',
  },
})
