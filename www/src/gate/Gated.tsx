import type { ReactNode } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DisabledPanel } from './DisabledPanel.tsx'
import { useInspect } from './InspectContext.ts'
import { UpgradePanel } from './UpgradePanel.tsx'
import { useDecision } from './useGate.ts'
import { Why } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly record?: object
  /** What this part of the page is called, where it cannot be shown and nothing around says it. */
  readonly title?: string
  /** What the person would get with the package that includes it. */
  readonly pitch?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the page that is shown, disabled, offered or left out, as the gate says. */
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
          pitch={pitch ?? 'Part of a larger package.'}
        />
      )
    default:
      return (
        <div className={`gated ${className}`} data-permission={permission} data-outcome="show">
          {inspect && (
            <div className="gated-mark">
              <Why permission={permission} decision={decision} text={permission} />
            </div>
          )}
          {children}
        </div>
      )
  }
}
