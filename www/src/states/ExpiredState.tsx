import { Hourglass, RotateCw } from 'lucide-react'
import { useSession, useView } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { clock } from '../ui/formatTime.ts'

/** The snapshot has run out while the page was open: what was in reach is disabled. */
export function ExpiredState() {
  const { restart } = useSession()
  const { claims } = useView()
  return (
    <div className="expired-state" role="alert">
      <Hourglass aria-hidden size={20} />
      <p>
        <strong>The rights have run out</strong>
        {claims && ` at ${clock(claims.exp)}`}. What was in reach stays in sight, disabled, until a
        new snapshot arrives.
      </p>
      <Button look="solid" icon={RotateCw} onPress={restart}>
        Get a fresh snapshot
      </Button>
    </div>
  )
}
