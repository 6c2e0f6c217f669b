import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { outcomeTexts } from '../../language/values.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { ChainLink } from './ChainLink.tsx'
import { StepLink } from './StepLink.tsx'
import { whyTexts } from './texts.ts'
import type { Words } from './useWords.ts'

interface Props {
  readonly inForce: InForce
  readonly explanation: Explanation
  readonly words: Words
  readonly isAsked: boolean
}

/** The steps of a decision, in the order in which they count. */
export function Chain({ inForce, explanation, words, isAsked }: Props) {
  const texts = useTexts(whyTexts)
  const outcomes = useTexts(outcomeTexts)
  const { trace, outcome, code, allowed } = explanation
  if (trace.length === 0) return null
  const kinds = new Set(trace.map(({ step }) => step))
  const isStored = !kinds.has('part') && !kinds.has('relation')
  const isSome = code === 'record-required'
  return (
    <section className="why-chain">
      <h3>{texts.chain}</h3>
      <ol>
        {isStored && !kinds.has('role') && (
          <ChainLink kind="role" holds={false} what={texts.role}>
            {texts.noRole}
          </ChainLink>
        )}
        {trace.map((step, index) => (
          <StepLink
            // biome-ignore lint/suspicious/noArrayIndexKey: the trace is replaced as a whole
            key={index}
            step={step}
            inForce={inForce}
            words={words}
            isAsked={isAsked}
            isSome={isSome}
          />
        ))}
        {!kinds.has('entitlement') && inForce.catalog.entitlements.length > 0 && (
          <ChainLink kind="entitlement" holds what={texts.plan}>
            {texts.anyPlan}
          </ChainLink>
        )}
        <ChainLink kind="so" holds={allowed || isSome} what={texts.so}>
          <strong>{isSome ? texts.someRecords : outcomes[outcome]}</strong>
        </ChainLink>
      </ol>
    </section>
  )
}
