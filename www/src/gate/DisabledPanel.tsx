import { Lock } from 'lucide-react'
import type { Decision } from 'rolegate'
import { asks } from './asked.ts'
import { useReason } from './useReason.ts'
import { WhyButton } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly record?: object | undefined
  readonly decision: Decision
  /** Left out where a heading nearby already names this part of the page. */
  readonly title?: string | undefined
}

/** Replaces a part of the page that the person cannot use at the moment, and says why. */
export function DisabledPanel({ permission, record, decision, title }: Props) {
  const reason = useReason()
  return (
    <section className="disabled-panel" {...asks(permission, record)} data-outcome="disable">
      <Lock aria-hidden size={18} />
      <div>
        {title && <h2>{title}</h2>}
        <p>{reason(decision)}</p>
      </div>
      <WhyButton permission={permission} record={record} />
    </section>
  )
}
