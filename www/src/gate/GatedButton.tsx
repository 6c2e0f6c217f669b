import { useId } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button, type ButtonLook } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { reasonOf } from './explanations.ts'
import { useInspect } from './InspectContext.ts'
import { UpgradeLink } from './UpgradeLink.tsx'
import { useDecision } from './useGate.ts'
import { Why } from './WhyButton.tsx'
import { WhyCard } from './WhyCard.tsx'
import { WhyPopover } from './WhyPopover.tsx'

interface Props extends ButtonLook {
  readonly permission: string
  readonly record?: object
  readonly label: string
  /** Told to assistive technology instead of the label, where the label alone is not enough. */
  readonly name?: string
  readonly onPress: () => void
}

/**
 * A button that is shown, disabled, offered or left out, as the gate says.
 * Disabled, it can still be reached by keyboard: its reason is announced, and pressing it opens it.
 */
export function GatedButton({ permission, record, label, name, onPress, ...look }: Props) {
  const decision = useDecision(permission, record)
  const inspect = useInspect()
  const reason = useId()
  const { outcome } = decision
  if (outcome === 'hide') return null
  if (outcome === 'loading') return <Skeleton shape="button" />
  const marks = {
    'data-permission': permission,
    'data-outcome': outcome,
    ...(name ? { 'aria-label': name } : {}),
  }
  if (outcome === 'show') {
    return (
      <span className="gated-button">
        <Button {...look} {...marks} onPress={onPress}>
          {label}
        </Button>
        {inspect && <Why permission={permission} decision={decision} />}
      </span>
    )
  }
  const isOffer = outcome === 'upsell'
  return (
    <DialogTrigger>
      <Button
        {...look}
        {...marks}
        look={isOffer ? 'offer' : 'disabled'}
        {...(isOffer ? {} : { 'aria-disabled': true })}
        aria-describedby={reason}
      >
        {label}
        <span id={reason} hidden>
          {isOffer ? 'Upgrade needed. ' : ''}
          {reasonOf(decision)}
        </span>
      </Button>
      <WhyPopover>
        <WhyCard permission={permission} decision={decision} />
        {isOffer && <UpgradeLink decision={decision} />}
      </WhyPopover>
    </DialogTrigger>
  )
}
