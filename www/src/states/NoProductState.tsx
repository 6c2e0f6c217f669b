import { DoorClosed } from 'lucide-react'
import { StateMessage } from './StateMessage.tsx'

/** The server offers no product that this page can show. */
export function NoProductState() {
  return (
    <main className="full-page">
      <StateMessage icon={DoorClosed} tone="quiet" title="There is nothing to show">
        <p>The demo server offers no product that this page can show.</p>
      </StateMessage>
    </main>
  )
}
