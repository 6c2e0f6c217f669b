import type { Decision } from 'rolegate'
import { en, labelsOf, nl, reasonText } from 'rolegate/reasons'
import { useLanguage } from '../language/LanguageContext.ts'
import { interfaceLanguage } from '../language/languages.ts'
import { usePane } from './PaneContext.ts'

/** Says why, as the product would say it to the person in front of it. */
export function useReason(): (decision: Decision) => string {
  const { catalog } = usePane().inForce
  const language = useLanguage()
  const texts = interfaceLanguage(language) === 'nl' ? nl : en
  return decision => reasonText(decision, texts, labelsOf(catalog, language))
}
