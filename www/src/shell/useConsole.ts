import { useLayoutEffect } from 'react'
import type { InForce } from '../scenario/Scene.ts'

declare global {
  /** For the browser's console: what is in force, so that its gate can be asked what no screen asks. */
  var rolegate: InForce | null
}

/** Keeps the global `rolegate` at what is in force. */
export function useConsole(inForce: InForce | null): void {
  useLayoutEffect(() => {
    globalThis.rolegate = inForce
  }, [inForce])
}
