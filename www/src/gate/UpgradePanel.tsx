import { Sparkles } from 'lucide-react'
import type { Decision } from 'rolegate'
import { useSessionState } from '../session/SessionContext.ts'
import { missingEntitlements } from './explanations.ts'
import { UpgradeLink } from './UpgradeLink.tsx'
import { WhyButton } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly decision: Decision
  /** Left out where a heading nearby already names this part of the page. */
  readonly title?: string | undefined
  /** One sentence on what the person would get. */
  readonly pitch: string
}

/** Replaces a part of the page that the role allows but the package does not include. */
export function UpgradePanel({ permission, decision, title, pitch }: Props) {
  const { catalog } = useSessionState()
  const labels = missingEntitlements(decision).map(id => catalog?.entitlementLabel(id) ?? id)
  return (
    <section className="upgrade-panel" data-permission={permission} data-outcome="upsell">
      <Sparkles aria-hidden size={20} className="upgrade-icon" />
      <div className="upgrade-text">
        {title && <h2>{title}</h2>}
        <p>{pitch}</p>
        <p className="upgrade-with">Comes with {labels.join(' and ') || 'another package'}.</p>
      </div>
      <div className="actions">
        <UpgradeLink decision={decision} />
        <WhyButton permission={permission} decision={decision} text="Why?" />
      </div>
    </section>
  )
}
