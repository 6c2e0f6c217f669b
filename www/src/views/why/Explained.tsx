import { Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { outcomeTexts } from '../../language/values.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Situation } from './apply.ts'
import { Chain } from './Chain.tsx'
import { Help } from './Help.tsx'
import { RecordChoice } from './RecordChoice.tsx'
import { Summary } from './Summary.tsx'
import { whyTexts } from './texts.ts'
import { useWords } from './useWords.ts'
import { useVerdict } from './verdict.ts'

export interface ExplainedProps {
  readonly inForce: InForce
  readonly question: string
  readonly explanation: Explanation
  /** The kind of record that the permission is about. */
  readonly kind?: string
  /** Whether it is asked about a certain record. */
  readonly isAsked?: boolean
}

/** A decision: what it is, how it came about, and what would turn it into an allow. */
export function Explained({
  inForce,
  question,
  explanation,
  kind,
  isAsked = false,
}: ExplainedProps) {
  const texts = useTexts(whyTexts)
  const outcomes = useTexts(outcomeTexts)
  const { address, go } = useWorkbench()
  const [before, setBefore] = useState<readonly Situation[]>([])
  const verdict = useRef<HTMLParagraphElement>(null)
  const { catalog, scenario } = inForce
  const words = useWords(catalog, scenario)
  const sentence = useVerdict(words, question, explanation)
  const show = ({ scenario: next, relations }: Situation) => {
    const { catalog: _, ...parts } = next
    const named = address.scenario?.catalog
    const asked = named === undefined ? parts : { ...parts, catalog: named }
    // Other roles for somebody else leave alone who looks.
    const whose = address.as
      ? { as: next.roles, scenario: { ...asked, roles: address.scenario?.roles ?? [] } }
      : { scenario: asked }
    go({ ...whose, relations }, { replace: true })
    // The button that was pressed goes, and what became of the decision is what to read next.
    verdict.current?.focus()
  }
  const apply = (next: Situation) => {
    setBefore([...before, { scenario, relations: address.relations }])
    show(next)
  }
  const undo = () => {
    const last = before.at(-1)
    if (!last) return
    setBefore(before.slice(0, -1))
    show(last)
  }
  const { code, outcome, allowed, level } = explanation
  const isSome = code === 'record-required'
  return (
    <div className="why-content" data-question={question} data-code={code} data-outcome={outcome}>
      <p
        ref={verdict}
        tabIndex={-1}
        className="why-verdict"
        data-tone={allowed ? 'good' : outcome === 'upsell' ? 'warm' : isSome ? 'accent' : 'quiet'}
      >
        <strong>{isSome ? texts.someRecords : outcomes[outcome]}</strong>
        <span>{sentence}</span>
      </p>
      {kind !== undefined && <RecordChoice catalog={catalog} kind={kind} isAsked={isAsked} />}
      <Summary words={words} explanation={explanation} catalog={catalog} />
      <Help
        inForce={inForce}
        question={question}
        explanation={explanation}
        words={words}
        onApply={apply}
      />
      {before.length > 0 && (
        <Button icon={Undo2} onPress={undo}>
          {texts.undo}
        </Button>
      )}
      <Chain inForce={inForce} explanation={explanation} words={words} isAsked={isAsked} />
      <details className="why-details">
        <summary>{texts.details}</summary>
        <code>{JSON.stringify({ question, allowed, level, code, outcome })}</code>
      </details>
    </div>
  )
}
