/**
 * Reasons as sentences, in English, Dutch, French and Portuguese. No engine comes with them.
 *
 * @module rolegate/reasons
 */

export { en } from '../reasons/en.ts'
export { fr } from '../reasons/fr.ts'
export { nl } from '../reasons/nl.ts'
export { pt } from '../reasons/pt.ts'
export { type CatalogLabels, type Labelled, labelsOf, reasonText } from '../reasons/text.ts'
export type { Labels, ReasonText, ReasonTexts } from '../reasons/types.ts'
