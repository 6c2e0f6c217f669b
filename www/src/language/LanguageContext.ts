import { createContext, use, useMemo } from 'react'
import { interfaceLanguage } from './languages.ts'

/** The language, as a tag, in which labels are read. The interface is in it, too, or else in English. */
export const LanguageContext = createContext('en')

/** The language of labels, as a tag. */
export function useLanguage(): string {
  return use(LanguageContext)
}

/** Texts in each language of the interface. */
export interface Translations<T> {
  readonly en: T
  readonly nl: T
}

/** Checks that the Dutch texts are the same ones as the English. */
export function translations<T>(texts: {
  readonly en: T
  readonly nl: NoInfer<T>
}): Translations<T> {
  return texts
}

/** The texts in the language of the interface. */
export function useTexts<T>(texts: Translations<T>): T {
  return texts[interfaceLanguage(useLanguage())]
}

/** A name in English and other languages. */
type Label = Readonly<Record<string, string>>

/** Reads labels in the language. */
export function labelsIn(language: string): (label: Label | undefined) => string {
  return label => {
    const own = label?.[language]
    if (own !== undefined) return own
    return `${label?.['en'] ?? ''} [en]`
  }
}

/** Reads labels in the language of the page. A name that is missing there is English, and marked `[en]`. */
export function useLabels(): (label: Label | undefined) => string {
  const language = useLanguage()
  return useMemo(() => labelsIn(language), [language])
}
