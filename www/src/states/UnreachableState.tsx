import { RotateCw, Unplug } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'

/** The demo server did not answer the first request. */
export function UnreachableState({ error }: { readonly error: Error }) {
  return (
    <main className="full-page">
      <StateMessage icon={Unplug} tone="bad" title="The demo server does not answer">
        <p>The error is: {error.message}.</p>
        <p>
          Start it with <code>make demo</code>.
        </p>
        <Button variant="solid" icon={RotateCw} onPress={() => location.reload()}>
          Try again
        </Button>
      </StateMessage>
    </main>
  )
}
