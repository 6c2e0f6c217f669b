import { Info } from 'lucide-react'
import { Button, DialogTrigger } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { useSessionState } from '../session/SessionContext.ts'
import { WhyCard } from './WhyCard.tsx'
import { WhyPopover } from './WhyPopover.tsx'

interface Props {
  readonly permission: string
  readonly decision: Decision
  /** A word to show beside the icon, where there is room. */
  readonly text?: string
}

/** Opens the explanation of a decision. */
export function WhyButton({ permission, decision, text }: Props) {
  const { catalog } = useSessionState()
  const label = catalog?.permissionLabel(permission) ?? permission
  return (
    <DialogTrigger>
      <Button
        className={text ? 'why why-text' : 'why'}
        aria-label={`${text ?? 'Why?'} ${label}`}
        data-outcome={decision.outcome}
      >
        <Info aria-hidden size={14} />
        {text}
      </Button>
      <WhyPopover>
        <WhyCard permission={permission} decision={decision} />
      </WhyPopover>
    </DialogTrigger>
  )
}
