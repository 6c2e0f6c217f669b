import { RotateCw, ShieldX } from 'lucide-react'
import { useSession, useView } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { EditList } from './EditList.tsx'
import { State } from './StateMessage.tsx'

/** The only snapshot there was has been refused: nothing is in force. */
export function RefusedState() {
  const { restart } = useSession()
  const { refusal } = useView()
  if (!refusal) return null
  return (
    <State icon={ShieldX} tone="bad" title="This snapshot was refused" code={refusal.code}>
      <p>The gate says: {refusal.message}.</p>
      <EditList edits={refusal.edits} />
      <p>No rights are in force, so nothing is shown.</p>
      <Button look="solid" icon={RotateCw} onPress={restart}>
        Get a fresh snapshot
      </Button>
    </State>
  )
}
