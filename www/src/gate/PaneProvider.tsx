import type { ReactNode } from 'react'
import { GateProvider } from 'rolegate/react'
import { type Pane, PaneContext } from './PaneContext.ts'

/** Makes a frame of what is below it, and gives it the gate in force there. */
export function PaneProvider({ pane, children }: { pane: Pane; children: ReactNode }) {
  return (
    <PaneContext value={pane}>
      <GateProvider gate={pane.inForce.gate}>{children}</GateProvider>
    </PaneContext>
  )
}
