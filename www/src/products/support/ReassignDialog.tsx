import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/ModalDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS } from './data.ts'

interface Props {
  readonly isOpen: boolean
  readonly onDone: (assignee: string) => void
  readonly onClose: () => void
}

/** Hands a conversation to somebody else. */
export function Reassign({ isOpen, onDone, onClose }: Props) {
  return (
    <Sheet title="Who takes it?" isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        {Object.entries(OPERATORS).map(([id, name]) => (
          <Button
            key={id}
            onPress={() => {
              onDone(id)
              toast(`${name} has it now`)
              onClose()
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
