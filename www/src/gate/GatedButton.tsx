import { useId } from 'react'
import { useDecision } from 'rolegate/react'
import { Button, type ButtonAppearance } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { asks } from './asked.ts'
import { Ghost } from './Ghost.tsx'
import { usePane } from './PaneContext.ts'
import { useReason } from './useReason.ts'

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
  const { why } = usePane()
  const reason = useReason()
  const reasonId = useId()
  const { outcome } = decision
  if (outcome === 'hide') return <Ghost permission={permission} />
  if (outcome === 'loading') return <Skeleton shape="button" />
  const attributes = {
    ...asks(permission, record),
    'data-outcome': outcome,
    ...(name ? { 'aria-label': name } : {}),
  }
  if (outcome === 'show') {
    return (
      <Button {...appearance} {...attributes} onPress={onPress}>
        {label}
      </Button>
    )
  }
  const isOffer = outcome === 'upsell'
  return (
    <Button
      {...appearance}
      {...attributes}
      variant={isOffer ? 'offer' : 'disabled'}
      {...(isOffer ? {} : { 'aria-disabled': true })}
      aria-describedby={reasonId}
      onPress={() => why(permission, record)}
    >
      {label}
      <span id={reasonId} hidden>
        {reason(decision)}
      </span>
    </Button>
  )
}
