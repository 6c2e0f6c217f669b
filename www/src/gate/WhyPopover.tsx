import type { ReactNode } from 'react'
import { Dialog, Popover } from 'react-aria-components'

/** The floating card beside the control that was pressed. */
export function WhyPopover({ children }: { readonly children: ReactNode }) {
  return (
    <Popover className="popover" placement="bottom end" offset={6}>
      <Dialog className="popover-dialog">{children}</Dialog>
    </Popover>
  )
}
