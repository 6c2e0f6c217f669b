import type { ReasonTexts } from './types.ts'

/** The reasons in Portuguese, as it is written in Brazil. */
export const pt: ReasonTexts = {
  language: 'pt',
  reasons: {
    granted: 'Você pode fazer isso.',
    'engine-unavailable': 'Não foi possível verificar suas permissões.',
    'no-snapshot': 'Suas permissões estão sendo carregadas.',
    'not-yet-valid':
      'Suas permissões ainda não são válidas. O relógio deste dispositivo está certo?',
    expired: 'Suas permissões expiraram e precisam ser carregadas novamente.',
    'unknown-permission': 'Isso não existe aqui.',
    'unknown-workspace': 'Você não é membro deste espaço de trabalho.',
    'record-required': ['Escolha primeiro: {record}.', 'Escolha primeiro o item em questão.'],
    filtered: 'Isso está fora do que você pode ver.',
    'not-granted': 'Sua função não permite isso.',
    relation: ['Você só pode fazer isso com {relations}.', 'Você não pode fazer isso aqui.'],
    prerequisite: ['Isso também requer “{permission}”.', 'Isso também requer outra permissão.'],
    'not-entitled': [
      'Isso está incluído em {entitlements}.',
      'Isso não está incluído no seu plano.',
    ],
  },
  relations: {
    own: 'o que é seu',
    shared: 'o que foi compartilhado com você',
    'shared-edit': 'o que foi compartilhado com você para edição',
    mine: 'o que está atribuído a você',
    assigned: 'o que está atribuído a alguém',
    unassigned: 'o que não está atribuído a ninguém',
    'same-group': 'o que pertence ao seu grupo',
    'same-organization': 'o que pertence à sua organização',
  },
}
