import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components'

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  readonly icon: LucideIcon
  readonly label: string
}

/** A button with only an icon. Its name appears on hover and focus. */
export function IconButton({ icon: Icon, label, ...rest }: Props) {
  return (
    <TooltipTrigger delay={400}>
      <Button {...rest} className="icon-button" aria-label={label}>
        <Icon aria-hidden size={18} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
