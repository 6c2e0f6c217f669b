import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { outcomeTexts } from '../../language/values.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { whyTexts } from './texts.ts'
import type { Words } from './useWords.ts'

interface Props {
  readonly words: Words
  readonly catalog: DisplayCatalog
  readonly explanation: Explanation
}

/** What roles say, what the plan says, and what follows: told apart. */
export function Summary({ words, catalog, explanation: { trace, outcome, code } }: Props) {
  const texts = useTexts(whyTexts)
  const outcomes = useTexts(outcomeTexts)
  if (trace.length === 0) return null
  const roles = trace.filter(({ step }) => step === 'role')
  const value = trace.find(step => step.step === 'value')?.value ?? 'off'
  const needs = trace.filter(step => step.step === 'entitlement')
  const isDerived = trace.some(({ step }) => step === 'part' || step === 'relation')
  const hasLayer = trace.some(({ step }) => step === 'layer')
  const source = isDerived
    ? texts.followsAs
    : hasLayer
      ? texts.rolesAndLayersGive
      : texts.rolesGive(roles.length)
  const isSome = code === 'record-required'
  const isCovered = needs.every(({ holds }) => holds)
  const plan = needs.length === 0 ? texts.notNeeded : isCovered ? texts.included : texts.notIncluded
  return (
    <dl className="why-summary">
      <div data-part="roles" data-is={value}>
        <dt>{source}</dt>
        <dd>{isSome ? texts.someRecords : words.value(value)}</dd>
      </div>
      {catalog.entitlements.length > 0 && (
        <div data-part="plan" data-is={needs.length === 0 ? 'none' : String(isCovered)}>
          <dt>{texts.plan}</dt>
          <dd>{plan}</dd>
        </div>
      )}
      <div data-part="so" data-is={outcome}>
        <dt>{texts.so}</dt>
        <dd>{isSome ? texts.someRecords : outcomes[outcome]}</dd>
      </div>
    </dl>
  )
}
