import { DoorClosed } from 'lucide-react'
import { State } from './StateMessage.tsx'

/** The server offers no product that this page has a face for. */
export function NoDemoState() {
  return (
    <main className="alone">
      <State icon={DoorClosed} tone="quiet" title="There is nothing to look at">
        <p>The demo server offers no product that this page knows.</p>
      </State>
    </main>
  )
}
