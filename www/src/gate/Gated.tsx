import type { ReactNode } from 'react'
import { useDecision } from 'rolegate/react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { asks } from './asked.ts'
import { DisabledPanel } from './DisabledPanel.tsx'
import { Ghost } from './Ghost.tsx'
import { UpgradePanel } from './UpgradePanel.tsx'

interface Props {
  readonly permission: string
  readonly record?: object
  /** The name to show in place of a part that cannot be shown; left out where a heading names it. */
  readonly title?: string
  /** What the person would get with a plan that includes this part. */
  readonly pitch?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the page that the gate shows, disables, offers as an upgrade, or hides. */
export function Gated({ permission, record, title, pitch, className = '', children }: Props) {
  const decision = useDecision(permission, record)
  const common = { permission, record, decision, title }
  switch (decision.outcome) {
    case 'loading':
      return <Skeleton lines={4} />
    case 'hide':
      return <Ghost permission={permission} />
    case 'disable':
      return <DisabledPanel {...common} />
    case 'upsell':
      return <UpgradePanel {...common} pitch={pitch} />
    default:
      return (
        <div className={`gated ${className}`} {...asks(permission, record)} data-outcome="show">
          {children}
        </div>
      )
  }
}
