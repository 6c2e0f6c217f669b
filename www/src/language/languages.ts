/** The languages of the interface. A catalog may have others. */
export const LANGUAGES = ['en', 'nl'] as const

export type Language = (typeof LANGUAGES)[number]

/** The language of the interface where labels are read in `tag`. */
export function interfaceLanguage(tag: string): Language {
  return LANGUAGES.find(language => language === tag) ?? 'en'
}

/** The language that a browser's preferences ask for, of those of the interface. */
export function preferredLanguage(preferred: readonly string[]): Language {
  const bases = preferred.map(tag => tag.toLowerCase().split('-')[0])
  return (
    LANGUAGES.find(language => language === bases.find(base => base === 'nl' || base === 'en')) ??
    'en'
  )
}

/** The name of a language in that language itself. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
