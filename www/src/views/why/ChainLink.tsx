import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly kind: string
  /** Whether this step lets it pass. */
  readonly holds: boolean
  readonly what: string
  /** The id of what is named, for tests and for developers. */
  readonly id?: string
  readonly children: ReactNode
}

/** One link of the chain: what speaks, and what it says. */
export function ChainLink({ kind, holds, what, id, children }: Props) {
  const Icon = holds ? Check : Minus
  return (
    <li data-step={kind} data-holds={holds} data-id={id}>
      <span className="why-sign">
        <Icon aria-hidden size={13} strokeWidth={2.4} />
      </span>
      <span className="why-step">
        <span className="why-what">{what}</span> <span>{children}</span>
      </span>
    </li>
  )
}
