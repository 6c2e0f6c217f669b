import { useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { ModalDialog } from '../../ui/ModalDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS } from './data.ts'
import { useSamples } from './samples.ts'
import { supportTexts } from './texts.ts'

interface Props {
  readonly isOpen: boolean
  readonly onSelect: (assignee: string) => void
  readonly onClose: () => void
}

/** Asks who is to take over a conversation. */
export function ReassignDialog({ isOpen, onSelect, onClose }: Props) {
  const texts = useTexts(supportTexts)
  const operators = useSamples(OPERATORS)
  return (
    <ModalDialog title={texts.reassignTo} isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        {Object.entries(operators).map(([id, name]) => (
          <Button
            key={id}
            onPress={() => {
              onSelect(id)
              toast(texts.reassigned(name))
              onClose()
            }}
          >
            <span>{name}</span>
          </Button>
        ))}
      </div>
    </ModalDialog>
  )
}
