import { ArrowUpRight, Sparkles } from 'lucide-react'
import { Link } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { translations, useLabels, useTexts } from '../language/LanguageContext.ts'
import { asks } from './asked.ts'
import { usePane } from './PaneContext.ts'
import { useReason } from './useReason.ts'
import { WhyButton } from './WhyButton.tsx'

const TEXTS = translations({
  en: { look: 'Look at it', lookWith: (plan: string) => `Look at it with ${plan}` },
  nl: { look: 'Bekijk het', lookWith: (plan: string) => `Bekijk het met ${plan}` },
})

interface Props {
  readonly permission: string
  readonly record?: object | undefined
  readonly decision: Decision
  /** Left out where a heading nearby already names this part of the page. */
  readonly title?: string | undefined
  /** One sentence on what the person would get. */
  readonly pitch?: string | undefined
}

/** Replaces a part of the page that the role allows but the plan does not include. */
export function UpgradePanel({ permission, record, decision, title, pitch }: Props) {
  const texts = useTexts(TEXTS)
  const label = useLabels()
  const reason = useReason()
  const { inForce, hrefWith } = usePane()
  const { catalog, scenario } = inForce
  const offer = missingEntitlements(decision)
  const names = offer.map(id => label(catalog.entitlement(id)?.label)).join(' + ')
  return (
    <section className="upgrade-panel" {...asks(permission, record)} data-outcome="upsell">
      <Sparkles aria-hidden size={20} className="upgrade-icon" />
      <div className="upgrade-text">
        {title && <h2>{title}</h2>}
        {pitch && <p>{pitch}</p>}
        <p className="upgrade-with">{reason(decision)}</p>
      </div>
      <div className="actions">
        {hrefWith && offer.length > 0 && (
          <Link
            className="button upgrade-link"
            href={hrefWith([...scenario.entitlements, ...offer])}
            aria-label={texts.lookWith(names)}
          >
            {texts.look}
            <ArrowUpRight aria-hidden size={15} />
          </Link>
        )}
        <WhyButton permission={permission} record={record} />
      </div>
    </section>
  )
}

/** The entitlements to buy: the first of the alternatives that the decision names. */
function missingEntitlements(decision: Decision): readonly string[] {
  return decision.missing
    .filter(missing => missing.code === 'not-entitled')
    .flatMap(missing => {
      const change = missing.changes.find(change => 'entitlements' in change)
      return change?.entitlements ?? []
    })
}
