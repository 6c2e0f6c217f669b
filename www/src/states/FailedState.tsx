import { RotateCw, Unplug } from 'lucide-react'
import { useView } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { State } from './StateMessage.tsx'

const TITLES: Readonly<Record<string, string>> = {
  ERR_ENGINE_UNAVAILABLE: 'The permission engine could not start',
  ERR_FETCH_FAILED: 'The server does not answer',
}

/** The engine or the server is missing: nothing can be decided. */
export function FailedState() {
  const { refusal } = useView()
  const code = refusal?.code ?? 'ERR_ENGINE_UNAVAILABLE'
  return (
    <State icon={Unplug} tone="bad" title={TITLES[code] ?? 'Something went wrong'} code={code}>
      {refusal && <p>It says: {refusal.message}.</p>}
      <p>Without an answer nothing is allowed, and nothing is guessed.</p>
      <Button look="solid" icon={RotateCw} onPress={() => location.reload()}>
        Try again
      </Button>
    </State>
  )
}
