import { RotateCw, ShieldX } from 'lucide-react'
import { useSession, useSessionState } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { EditList } from './EditList.tsx'
import { StateMessage } from './StateMessage.tsx'

/** The first snapshot was refused, so none is in force. */
export function RefusedState() {
  const { restart } = useSession()
  const { refusal } = useSessionState()
  if (!refusal) return null
  return (
    <StateMessage icon={ShieldX} tone="bad" title="This snapshot was refused" code={refusal.code}>
      <p>The gate reports: {refusal.message}.</p>
      <EditList edits={refusal.edits} />
      <p>No rights are in force, so the page shows nothing.</p>
      <Button variant="solid" icon={RotateCw} onPress={restart}>
        Get a fresh snapshot
      </Button>
    </StateMessage>
  )
}
