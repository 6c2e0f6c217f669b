import { RotateCw, Unplug } from 'lucide-react'
import { useView } from '../session/SessionContext.ts'
import { Button } from '../ui/Button.tsx'
import { State } from './State.tsx'

/** The engine or the server is missing: nothing can be decided. */
export function FailedState() {
  const { refusal } = useView()
  const isServer = refusal?.code === 'ERR_FETCH_FAILED'
  const title = isServer ? 'The server does not answer' : 'The permission engine could not start'
  return (
    <State icon={Unplug} tone="bad" title={title} code={refusal?.code ?? 'ERR_ENGINE_UNAVAILABLE'}>
      {refusal && <p>It says: {refusal.message}.</p>}
      <p>Without an answer nothing is allowed, and nothing is guessed.</p>
      <Button look="solid" icon={RotateCw} onPress={() => location.reload()}>
        Try again
      </Button>
    </State>
  )
}
