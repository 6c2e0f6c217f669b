import { translations, useLanguage, useTexts } from './LanguageContext.ts'

const TEXTS = translations({
  en: { missing: 'not translated' },
  nl: { missing: 'niet vertaald' },
})

/** A name of the catalog in the language of the page; an English one where that is missing says so. */
export function Name({ of }: { readonly of: Readonly<Record<string, string>> | undefined }) {
  const language = useLanguage()
  const texts = useTexts(TEXTS)
  const own = of?.[language]
  if (own !== undefined) return <>{own}</>
  return (
    <>
      <span lang="en">{of?.['en'] ?? ''}</span>
      <span className="untranslated" title={texts.missing}>
        en<span className="visually-hidden">, {texts.missing}</span>
      </span>
    </>
  )
}
