import { useId } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button, type ButtonAppearance } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { reasonText } from './explanations.ts'
import { useInspect } from './InspectContext.ts'
import { UpgradeLink } from './UpgradeLink.tsx'
import { useDecision } from './useGate.ts'
import { WhyButton } from './WhyButton.tsx'
import { WhyCard } from './WhyCard.tsx'
import { WhyPopover } from './WhyPopover.tsx'

interface Props extends ButtonAppearance {
  readonly permission: string
  readonly record?: object
  readonly label: string
  /** The accessible name, where the label alone is ambiguous. */
  readonly name?: string
  readonly onPress: () => void
}

/**
 * A button that the gate shows, disables, offers as an upgrade, or hides.
 * A disabled button stays reachable by keyboard: screen readers announce the reason, and pressing the
 * button opens the full explanation.
 */
export function GatedButton({ permission, record, label, name, onPress, ...appearance }: Props) {
  const decision = useDecision(permission, record)
  const inspect = useInspect()
  const reasonId = useId()
  const { outcome } = decision
  if (outcome === 'hide') return null
  if (outcome === 'loading') return <Skeleton shape="button" />
  const attributes = {
    'data-permission': permission,
    'data-outcome': outcome,
    ...(name ? { 'aria-label': name } : {}),
  }
  if (outcome === 'show') {
    return (
      <span className="gated-button">
        <Button {...appearance} {...attributes} onPress={onPress}>
          {label}
        </Button>
        {inspect && <WhyButton permission={permission} decision={decision} />}
      </span>
    )
  }
  const isOffer = outcome === 'upsell'
  return (
    <DialogTrigger>
      <Button
        {...appearance}
        {...attributes}
        variant={isOffer ? 'offer' : 'disabled'}
        {...(isOffer ? {} : { 'aria-disabled': true })}
        aria-describedby={reasonId}
      >
        {label}
        <span id={reasonId} hidden>
          {isOffer ? 'Upgrade needed. ' : ''}
          {reasonText(decision)}
        </span>
      </Button>
      <WhyPopover>
        <WhyCard permission={permission} decision={decision} />
        {isOffer && <UpgradeLink decision={decision} />}
      </WhyPopover>
    </DialogTrigger>
  )
}
