import { Hourglass, RotateCw } from 'lucide-react'
import { useSession, useSessionState } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { formatTime } from '../ui/formatTime.ts'

/** The snapshot expired while the page was open. Everything the person could use is disabled. */
export function ExpiredState() {
  const { restart } = useSession()
  const { claims } = useSessionState()
  return (
    <div className="expired-state" role="alert">
      <Hourglass aria-hidden size={20} />
      <p>
        <strong>The rights have expired</strong>
        {claims && ` at ${formatTime(claims.exp)}`}. Everything that was available stays visible but
        disabled until a new snapshot arrives.
      </p>
      <Button variant="solid" icon={RotateCw} onPress={restart}>
        Get a fresh snapshot
      </Button>
    </div>
  )
}
