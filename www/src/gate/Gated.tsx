import type { ReactNode } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DisabledPanel } from './DisabledPanel.tsx'
import { useInspect } from './InspectContext.ts'
import { UpgradePanel } from './UpgradePanel.tsx'
import { useDecision } from './useGate.ts'
import { WhyButton } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly record?: object
  /** The name to show in place of a part that cannot be shown; left out where a heading names it. */
  readonly title?: string
  /** What the person would get with a package that includes this part. */
  readonly pitch?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the page that the gate shows, disables, offers as an upgrade, or hides. */
export function Gated({ permission, record, title, pitch, className = '', children }: Props) {
  const decision = useDecision(permission, record)
  const inspect = useInspect()
  switch (decision.outcome) {
    case 'loading':
      return <Skeleton lines={4} />
    case 'hide':
      return null
    case 'disable':
      return <DisabledPanel permission={permission} decision={decision} title={title} />
    case 'upsell':
      return (
        <UpgradePanel
          permission={permission}
          decision={decision}
          title={title}
          pitch={pitch ?? 'Included in a larger package.'}
        />
      )
    default:
      return (
        <div className={`gated ${className}`} data-permission={permission} data-outcome="show">
          {inspect && (
            <div className="gated-label">
              <WhyButton permission={permission} decision={decision} text={permission} />
            </div>
          )}
          {children}
        </div>
      )
  }
}
