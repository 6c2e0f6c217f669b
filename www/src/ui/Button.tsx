import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

/** How a button looks. `offer` marks an upgrade; `disabled` still reacts, to explain itself. */
export interface ButtonAppearance {
  readonly variant?: 'solid' | 'soft' | 'plain' | 'danger' | 'offer' | 'disabled'
  readonly icon?: LucideIcon
  readonly small?: boolean
  /** Shows only the icon; screen readers still announce the text. */
  readonly iconOnly?: boolean
}

interface Props extends Omit<ButtonProps, 'children' | 'className'>, ButtonAppearance {
  readonly children?: ReactNode
}

export function Button({
  variant = 'soft',
  icon: Icon,
  small,
  iconOnly,
  children,
  ...rest
}: Props) {
  return (
    <AriaButton
      {...rest}
      className={`button ${variant}${small ? ' small' : ''}${iconOnly ? ' icon-only' : ''}`}
    >
      {Icon && <Icon aria-hidden size={small ? 15 : 16} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </AriaButton>
  )
}
