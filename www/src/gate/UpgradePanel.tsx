import { Sparkles } from 'lucide-react'
import type { Decision } from 'rolegate'
import { useView } from '../session/SessionContext.ts'
import { wantedEntitlements } from './explanations.ts'
import { UpgradeLink } from './UpgradeLink.tsx'
import { Why } from './WhyButton.tsx'

interface Props {
  readonly permission: string
  readonly decision: Decision
  /** Left out where the surroundings say it already. */
  readonly title?: string | undefined
  /** What the person would get, in a sentence. */
  readonly pitch: string
}

/** Stands where a part of the page would be that the role allows and the package lacks. */
export function UpgradePanel({ permission, decision, title, pitch }: Props) {
  const { names } = useView()
  const packs = wantedEntitlements(decision).map(id => names?.entitlement(id) ?? id)
  return (
    <section className="upgrade-panel" data-permission={permission} data-outcome="upsell">
      <Sparkles aria-hidden size={20} className="upgrade-sign" />
      <div className="upgrade-words">
        {title && <h2>{title}</h2>}
        <p>{pitch}</p>
        <p className="upgrade-with">Comes with {packs.join(' and ') || 'another package'}.</p>
      </div>
      <div className="actions">
        <UpgradeLink decision={decision} />
        <Why permission={permission} decision={decision} text="Why?" />
      </div>
    </section>
  )
}
