import { ShieldX, X } from 'lucide-react'
import { useSession, useView } from '../session/SessionContext.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { EditList } from './EditList.tsx'

const TITLES = {
  fetched: 'The new snapshot was refused',
  edited: 'The edited snapshot was refused',
  expired: 'The expired snapshot was refused',
} as const

/** Says that a snapshot was refused while another one stays in force. */
export function RefusalNote() {
  const { session } = useSession()
  const { refusal, stage } = useView()
  if (!refusal || (stage !== 'ready' && stage !== 'stale')) return null
  return (
    <div className="refusal-note" role="alert">
      <ShieldX aria-hidden size={22} />
      <div>
        <p className="refusal-title">
          {TITLES[refusal.kind]} <code>{refusal.code}</code>
        </p>
        <EditList edits={refusal.edits} />
        <p>The gate says: {refusal.message}. The rights from before stay in force.</p>
      </div>
      <IconButton icon={X} label="Dismiss" onPress={() => session?.dismiss()} />
    </div>
  )
}
