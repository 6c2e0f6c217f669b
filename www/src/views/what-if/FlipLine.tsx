import { ArrowDown } from 'lucide-react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { whatIfTexts } from './texts.ts'
import { countOf, type Flips } from './useFlips.ts'

/**
 * What flips, in a line that stays in sight where the list is below the editor, and leads to it. It lies over
 * the page, so that nothing moves under the finger that changes a value.
 */
export function FlipLine({ all }: { readonly all: readonly Flips[] | null }) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const count = countOf(all)
  if (count === 0) return null
  const names = all?.flatMap(({ flips }) => flips.map(({ permission }) => label(permission.label)))
  const lead = () => {
    const heading = document.getElementById('flips')
    heading?.scrollIntoView({ block: 'center' })
    heading?.focus()
  }
  return (
    <button type="button" className="flip-line" onClick={lead}>
      <strong>{texts.flipCount(count)}</strong>
      <span className="flip-line-names">{names?.join(', ')}</span>
      <ArrowDown aria-hidden size={16} />
    </button>
  )
}
