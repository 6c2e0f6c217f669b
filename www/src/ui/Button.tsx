import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

/** How a button looks; `offer` and `disabled` are for what a gate does not allow. */
export interface ButtonLook {
  readonly look?: 'solid' | 'soft' | 'plain' | 'danger' | 'offer' | 'disabled'
  readonly icon?: LucideIcon
  readonly small?: boolean
  /** Only the sign is seen; the words are there for those who do not see it. */
  readonly isSign?: boolean
}

interface Props extends Omit<ButtonProps, 'children' | 'className'>, ButtonLook {
  readonly children?: ReactNode
}

export function Button({ look = 'soft', icon: Icon, small, isSign, children, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
      className={`button ${look}${small ? ' small' : ''}${isSign ? ' sign' : ''}`}
    >
      {Icon && <Icon aria-hidden size={small ? 15 : 16} />}
      {isSign ? <span className="unseen">{children}</span> : children}
    </AriaButton>
  )
}
