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
  readonly role?: 'dialog' | 'alertdialog'
}

/** A dialog on top of the page. */
export function ModalDialog({ title, isOpen, onClose, children, role = 'dialog' }: Props) {
  const texts = useTexts(uiTexts)
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
    >
      <Modal className="modal">
        <Dialog role={role} className="modal-dialog">
          <div className="modal-header">
            <Heading slot="title">{title}</Heading>
            <IconButton icon={X} label={texts.close} onPress={onClose} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
