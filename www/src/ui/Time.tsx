import { translations, useTexts } from '../language/LanguageContext.ts'

const LOCALES = translations<string>({ en: 'en-GB', nl: 'nl' })

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** A time, in seconds since 1970, as a person says it: the date, and how long ago or ahead. */
export function Time({ seconds }: { readonly seconds: number }) {
  const locale = useTexts(LOCALES)
  const date = new Date(seconds * 1000)
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <time dateTime={date.toISOString()}>
      {exact.format(date)} <small>{relative(locale, seconds - Date.now() / 1000)}</small>
    </time>
  )
}

function relative(locale: string, seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return format.format(Math.trunc(seconds / size), unit)
}
