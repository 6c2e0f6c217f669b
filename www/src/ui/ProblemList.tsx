import { CircleCheck, TriangleAlert } from 'lucide-react'
import { translations, useTexts } from '../language/LanguageContext.ts'

interface Props {
  /** What is wrong, with its place, in English; `null` where nobody could tell. */
  readonly problems: readonly { readonly place: string; readonly message: string }[] | null
}

/** Nobody mends more at a time. */
const MOST = 100

const TEXTS = translations({
  en: {
    none: 'None. The catalog is valid.',
    count: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
    unchecked: 'The catalog could not be checked.',
    whole: 'the whole file',
    more: (count: number) => `and ${count} more`,
    help: 'Each stands at its place in the file. Mend them there, and drop the file again.',
  },
  nl: {
    none: 'Geen. De catalogus is geldig.',
    count: (count: number) => (count === 1 ? '1 probleem' : `${count} problemen`),
    unchecked: 'De catalogus kon niet worden gecontroleerd.',
    whole: 'het hele bestand',
    more: (count: number) => `en nog ${count}`,
    help: 'Elk staat bij zijn plaats in het bestand, in het Engels. Herstel ze daar, en laat het bestand opnieuw vallen.',
  },
})

/** What is wrong in a catalog, each with its place. */
export function ProblemList({ problems }: Props) {
  const texts = useTexts(TEXTS)
  const count = problems?.length ?? 0
  const isGood = problems !== null && count === 0
  const Icon = isGood ? CircleCheck : TriangleAlert
  return (
    <>
      <p className={`problem-verdict ${isGood ? 'good' : 'bad'}`}>
        <Icon aria-hidden size={17} />
        {problems === null ? texts.unchecked : isGood ? texts.none : texts.count(count)}
      </p>
      {problems && count > 0 && (
        <>
          <p className="field-help">{texts.help}</p>
          <dl className="problem-list">
            {problems.slice(0, MOST).map(({ place, message }) => (
              <div key={`${place}: ${message}`}>
                <dt>{place ? <code>{place}</code> : texts.whole}</dt>
                <dd lang="en">{message}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {count > MOST && <p>{texts.more(count - MOST)}</p>}
    </>
  )
}
