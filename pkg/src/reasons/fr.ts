import type { ReasonTexts } from './types.ts'

/** The reasons in French. */
export const fr: ReasonTexts = {
  language: 'fr',
  reasons: {
    granted: 'Vous pouvez le faire.',
    'engine-unavailable': 'Vos droits n’ont pas pu être vérifiés.',
    'no-snapshot': 'Vos droits sont en cours de chargement.',
    'not-yet-valid':
      'Vos droits ne sont pas encore valables. L’horloge de cet appareil est-elle à l’heure ?',
    expired: 'Vos droits ont expiré et doivent être rechargés.',
    'unknown-permission': 'Cela n’existe pas ici.',
    'unknown-workspace': 'Vous n’êtes pas membre de cet espace de travail.',
    'record-required': ['Choisissez d’abord : {record}.', 'Choisissez d’abord l’élément concerné.'],
    filtered: 'Cet élément ne fait pas partie de ceux que vous pouvez voir.',
    'not-granted': 'Votre rôle ne le permet pas.',
    relation: ['Vous ne pouvez le faire qu’avec {relations}.', 'Vous ne pouvez pas le faire ici.'],
    prerequisite: [
      'Cela requiert aussi « {permission} ».',
      'Cela requiert aussi une autre autorisation.',
    ],
    'not-entitled': [
      'Cela est inclus dans {entitlements}.',
      'Cela n’est pas inclus dans votre abonnement.',
    ],
  },
  relations: {
    own: 'ce qui vous appartient',
    shared: 'ce qui est partagé avec vous',
    'shared-edit': 'ce qui est partagé avec vous pour modification',
    mine: 'ce qui vous est attribué',
    assigned: 'ce qui est attribué à quelqu’un',
    unassigned: 'ce qui n’est attribué à personne',
    'same-group': 'ce qui relève de votre groupe',
    'same-organization': 'ce qui relève de votre organisation',
  },
}
