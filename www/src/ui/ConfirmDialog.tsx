import { useTexts } from '../language/LanguageContext.ts'
import { Button } from './Button.tsx'
import { ModalDialog } from './ModalDialog.tsx'
import { uiTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly variant?: 'danger' | 'solid'
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks for confirmation before an action that affects other people. */
export function ConfirmDialog({
  title,
  text,
  action,
  variant = 'danger',
  isOpen,
  onConfirm,
  onClose,
}: Props) {
  const texts = useTexts(uiTexts)
  return (
    <ModalDialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <p>{text}</p>
      <div className="actions dialog-actions">
        <Button variant="plain" onPress={onClose}>
          {texts.cancel}
        </Button>
        <Button
          variant={variant}
          onPress={() => {
            onConfirm()
            onClose()
          }}
        >
          {action}
        </Button>
      </div>
    </ModalDialog>
  )
}
