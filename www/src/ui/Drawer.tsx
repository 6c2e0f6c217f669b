import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../language/LanguageContext.ts'
import { IconButton } from './IconButton.tsx'
import { uiTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel at the side of the page, over what is there. */
export function Drawer({ title, isOpen, onClose, children }: Props) {
  const texts = useTexts(uiTexts)
  return (
    <ModalOverlay
      className="drawer-overlay"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
    >
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          <header className="drawer-header">
            <Heading slot="title">{title}</Heading>
            <IconButton icon={X} label={texts.close} onPress={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
