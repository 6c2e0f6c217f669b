import { Button } from '../../ui/Button.tsx'
import { ModalDialog } from '../../ui/ModalDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS } from './data.ts'

interface Props {
  readonly isOpen: boolean
  readonly onSelect: (assignee: string) => void
  readonly onClose: () => void
}

/** Asks who is to take over a conversation. */
export function ReassignDialog({ isOpen, onSelect, onClose }: Props) {
  return (
    <ModalDialog title="Reassign to" isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        {Object.entries(OPERATORS).map(([id, name]) => (
          <Button
            key={id}
            onPress={() => {
              onSelect(id)
              toast(`The conversation was reassigned to ${name}`)
              onClose()
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </ModalDialog>
  )
}
