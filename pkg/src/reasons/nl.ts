import type { ReasonTexts } from './types.ts'

/** The reasons in Dutch. */
export const nl: ReasonTexts = {
  language: 'nl',
  reasons: {
    granted: 'U kunt dit doen.',
    'engine-unavailable': 'Uw rechten konden niet worden gecontroleerd.',
    'no-snapshot': 'Uw rechten worden geladen.',
    'not-yet-valid': 'Uw rechten zijn nog niet geldig. Staat de klok van dit apparaat goed?',
    expired: 'Uw rechten zijn verlopen en moeten opnieuw worden geladen.',
    'unknown-permission': 'Dit bestaat hier niet.',
    'unknown-workspace': 'U bent geen lid van deze werkruimte.',
    'record-required': ['Kies eerst: {record}.', 'Kies eerst waar dit over gaat.'],
    filtered: 'Dit valt buiten wat u kunt zien.',
    'not-granted': 'Uw rol staat dit niet toe.',
    relation: ['U kunt dit alleen doen met {relations}.', 'U kunt dit hier niet doen.'],
    prerequisite: [
      'Hiervoor is ook “{permission}” nodig.',
      'Hiervoor is nog een ander recht nodig.',
    ],
    'not-entitled': [
      'Dit is inbegrepen in {entitlements}.',
      'Dit is niet inbegrepen in uw abonnement.',
    ],
  },
  relations: {
    own: 'wat van u is',
    shared: 'wat met u is gedeeld',
    'shared-edit': 'wat met u is gedeeld om te bewerken',
    mine: 'wat aan u is toegewezen',
    assigned: 'wat aan iemand is toegewezen',
    unassigned: 'wat aan niemand is toegewezen',
    'same-group': 'wat bij uw groep hoort',
    'same-organization': 'wat bij uw organisatie hoort',
  },
}
