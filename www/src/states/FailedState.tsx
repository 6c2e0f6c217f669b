import { RotateCw, Unplug } from 'lucide-react'
import { useSessionState } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'

const TITLES: Readonly<Record<string, string>> = {
  ERR_ENGINE_UNAVAILABLE: 'The permission engine could not start',
  ERR_FETCH_FAILED: 'The server does not answer',
}

/** The engine or the server is unavailable, so nothing can be decided. */
export function FailedState() {
  const { refusal } = useSessionState()
  const code = refusal?.code ?? 'ERR_ENGINE_UNAVAILABLE'
  return (
    <StateMessage
      icon={Unplug}
      tone="bad"
      title={TITLES[code] ?? 'Something went wrong'}
      code={code}
    >
      {refusal && <p>The error is: {refusal.message}.</p>}
      <p>Nothing is allowed until the page can decide again.</p>
      <Button variant="solid" icon={RotateCw} onPress={() => location.reload()}>
        Try again
      </Button>
    </StateMessage>
  )
}
