import { people as chatPeople } from '../../www/src/products/chat/people.ts'
import type { ReadyMade } from '../../www/src/products/definition.ts'
import { people as documentPeople } from '../../www/src/products/documents/people.ts'
import { people as livePeople } from '../../www/src/products/live/people.ts'
import { people as phonePeople } from '../../www/src/products/phone/people.ts'
import { people as supportPeople } from '../../www/src/products/support/people.ts'

/** A product of the workbench with screens made by hand, as the tests use it. */
export interface Product {
  /** The id of its catalog. */
  readonly id: string
  /** Every section of its navigation, in order. */
  readonly sections: readonly string[]
  readonly people: readonly ReadyMade[]
  /** What customers may have: by a name of the tests, the parts of a scenario. */
  readonly packages: Readonly<Record<string, Partial<ReadyMade>>>
  /** The package that `openAs` selects unless a test names another one. */
  readonly usualPackage: string
  /** The people whose screens are checked section by section. */
  readonly visitors: readonly { readonly person: string; readonly package: string }[]
}

export const CHAT: Product = {
  id: 'adobe-dynamic-chat',
  sections: [
    'dialogues',
    'flows',
    'inbox',
    'meetings',
    'library',
    'unanswered',
    'knowledge',
    'reports',
    'agent-settings',
    'admin-settings',
  ],
  people: chatPeople,
  packages: { included: { entitlements: ['included'] }, prime: { entitlements: ['prime'] } },
  usualPackage: 'prime',
  visitors: [
    { person: 'marketing-and-sales-admin', package: 'prime' },
    { person: 'marketing-admin', package: 'included' },
  ],
}

const reviewer = documentPeople.find(({ subject }) => subject === 'reviewer')

export const DOCUMENTS: Product = {
  id: 'pandadoc',
  sections: ['documents', 'templates', 'forms', 'team', 'roles', 'workspace', 'account'],
  people: documentPeople,
  packages: {
    business: { entitlements: ['plan-business', 'licence-standard'] },
    enterprise: {
      entitlements: reviewer?.entitlements ?? [],
      customRoles: reviewer?.customRoles ?? [],
    },
    'read-only': { entitlements: ['plan-business', 'licence-read-only'] },
  },
  usualPackage: 'business',
  visitors: [{ person: 'owner', package: 'enterprise' }],
}

export const SUPPORT: Product = {
  id: 'userlike',
  sections: ['conversations', 'contacts', 'operators', 'roles', 'settings'],
  people: supportPeople,
  packages: { flex: { entitlements: ['flex'] }, other: { entitlements: [] } },
  usualPackage: 'flex',
  visitors: [{ person: 'manager', package: 'flex' }],
}

export const PHONE: Product = {
  id: 'puzzel',
  sections: ['user-groups', 'users', 'queues', 'administration', 'agent', 'machines'],
  people: phonePeople,
  packages: { all: {} },
  usualPackage: 'all',
  visitors: [{ person: 'astrid', package: 'all' }],
}

export const LIVE: Product = {
  id: 'aivo-live',
  sections: ['chat', 'monitor', 'reports', 'people', 'settings', 'own'],
  people: livePeople,
  packages: {
    calls: { entitlements: ['video-calls'] },
    all: { entitlements: ['video-calls', 'custom-roles'] },
  },
  usualPackage: 'calls',
  visitors: [{ person: 'administrator', package: 'calls' }],
}

/** Every product with screens made by hand. */
export const PRODUCTS: readonly Product[] = [CHAT, DOCUMENTS, SUPPORT, PHONE, LIVE]
