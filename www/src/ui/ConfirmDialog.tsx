import { Button } from './Button.tsx'
import { Sheet } from './ModalDialog.tsx'

interface Props {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly look?: 'danger' | 'solid'
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something that others will notice. */
export function Confirm({
  title,
  text,
  action,
  look = 'danger',
  isOpen,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>{text}</p>
      <div className="actions sheet-actions">
        <Button look="plain" onPress={onClose}>
          Cancel
        </Button>
        <Button
          look={look}
          onPress={() => {
            onConfirm()
            onClose()
          }}
        >
          {action}
        </Button>
      </div>
    </Sheet>
  )
}
