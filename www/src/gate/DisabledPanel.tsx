import { Lock } from 'lucide-react'
import type { Decision } from 'rolegate'
import { reasonText } from './explanations.ts'
import { WhyButton } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly decision: Decision
  /** Left out where a heading nearby already names this part of the page. */
  readonly title?: string | undefined
}

/** Replaces a part of the page that the person cannot use at the moment, and says why. */
export function DisabledPanel({ permission, decision, title }: Props) {
  return (
    <section className="disabled-panel" data-permission={permission} data-outcome="disable">
      <Lock aria-hidden size={18} />
      <div>
        {title && <h2>{title}</h2>}
        <p>{reasonText(decision)}</p>
      </div>
      <WhyButton permission={permission} decision={decision} text="Why?" />
    </section>
  )
}
