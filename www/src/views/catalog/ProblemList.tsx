import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Problems } from './problems.ts'
import { catalogTexts } from './texts.ts'

/** What is wrong in a catalog, with its places; `null` where nobody could tell. */
export function ProblemList({ found }: { readonly found: Problems | null }) {
  const texts = useTexts(catalogTexts)
  const count = found?.problems.length ?? 0
  const isGood = found !== null && count === 0
  const Icon = isGood ? CircleCheck : TriangleAlert
  return (
    <>
      <p className={`catalog-verdict ${isGood ? 'good' : 'bad'}`}>
        <Icon aria-hidden size={17} />
        {found === null ? texts.unchecked : isGood ? texts.none : texts.count(count)}
      </p>
      {found && count > 0 && (
        <dl className="problem-list">
          {found.problems.map(({ place, message }) => (
            <div key={place}>
              <dt>
                <code>{place || texts.whole}</code>
              </dt>
              <dd lang="en">{message}</dd>
            </div>
          ))}
        </dl>
      )}
      {found?.mayBeMore && <p className="field-help">{texts.more}</p>}
    </>
  )
}
