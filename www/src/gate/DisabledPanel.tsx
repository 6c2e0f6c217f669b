import { Lock } from 'lucide-react'
import type { Decision } from 'rolegate'
import { reasonOf } from './explanations.ts'
import { Why } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly decision: Decision
  /** Left out where the surroundings say it already. */
  readonly title?: string | undefined
}

/** Stands where a part of the page would be that is out of reach for the moment. */
export function DisabledPanel({ permission, decision, title }: Props) {
  return (
    <section className="disabled-panel" data-permission={permission} data-outcome="disable">
      <Lock aria-hidden size={18} />
      <div>
        {title && <h2>{title}</h2>}
        <p>{reasonOf(decision)}</p>
      </div>
      <Why permission={permission} decision={decision} text="Why?" />
    </section>
  )
}
