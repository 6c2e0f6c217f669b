/** The names of the five products, by the id of their catalog; their catalogs have more languages. */
export const PRODUCT_NAMES: Readonly<Record<string, string>> = {
  'adobe-dynamic-chat': 'Adobe Dynamic Chat',
  pandadoc: 'PandaDoc',
  userlike: 'Userlike',
  puzzel: 'Puzzel',
  'aivo-live': 'Aivo Live',
}
