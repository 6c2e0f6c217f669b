/** A product of the demo, as the tests use it. */
export interface Product {
  /** The id of its catalog. */
  readonly id: string
  /** Every section of its navigation, in order. */
  readonly sections: readonly string[]
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
  usualPackage: 'prime',
  visitors: [
    { person: 'marketing-and-sales-admin', package: 'prime' },
    { person: 'marketing-admin', package: 'included' },
  ],
}

export const DOCUMENTS: Product = {
  id: 'pandadoc',
  sections: ['documents', 'templates', 'forms', 'team', 'roles', 'workspace', 'account'],
  usualPackage: 'business',
  visitors: [{ person: 'owner', package: 'enterprise' }],
}

export const SUPPORT: Product = {
  id: 'userlike',
  sections: ['conversations', 'contacts', 'operators', 'roles', 'settings'],
  usualPackage: 'flex',
  visitors: [{ person: 'manager', package: 'flex' }],
}

/** Every product of the demo. */
export const PRODUCTS: readonly Product[] = [CHAT, DOCUMENTS, SUPPORT]
