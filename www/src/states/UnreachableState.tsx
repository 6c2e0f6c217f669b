import { RotateCw, Unplug } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { State } from './StateMessage.tsx'

/** The demo server did not even say what can be looked at. */
export function UnreachableState({ error }: { readonly error: Error }) {
  return (
    <main className="alone">
      <State icon={Unplug} tone="bad" title="The demo server does not answer">
        <p>It says: {error.message}.</p>
        <p>
          Start it with <code>make demo</code>.
        </p>
        <Button look="solid" icon={RotateCw} onPress={() => location.reload()}>
          Try again
        </Button>
      </State>
    </main>
  )
}
