import { ShieldX, X } from 'lucide-react'
import { useSession, useSessionState } from '../session/SessionContext.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { EditList } from './EditList.tsx'

const TITLES = {
  fetched: 'The new snapshot was refused',
  edited: 'The edited snapshot was refused',
  expired: 'The expired snapshot was refused',
} as const

/** Reports a snapshot that was refused while another one stays in force. */
export function RefusalBanner() {
  const { session } = useSession()
  const { refusal, status } = useSessionState()
  if (!refusal || (status !== 'ready' && status !== 'stale')) return null
  return (
    <div className="refusal-banner" role="alert">
      <ShieldX aria-hidden size={22} />
      <div>
        <p className="refusal-title">
          {TITLES[refusal.kind]} <code>{refusal.code}</code>
        </p>
        <EditList edits={refusal.edits} />
        <p>The gate reports: {refusal.message}. The previous rights stay in force.</p>
      </div>
      <IconButton icon={X} label="Dismiss" onPress={() => session?.dismissRefusal()} />
    </div>
  )
}
