import type { ReactNode } from 'react'
import { Dialog, Popover } from 'react-aria-components'

/** A popover next to the control that was pressed. */
export function WhyPopover({ children }: { readonly children: ReactNode }) {
  return (
    <Popover className="popover" placement="bottom end" offset={6}>
      <Dialog className="popover-dialog">{children}</Dialog>
    </Popover>
  )
}
