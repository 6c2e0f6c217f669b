import { useEffect, useState, useSyncExternalStore } from 'react'
import { type AppConnection, connectApp, type FramedApp } from 'rolegate/preview'
import { originOf } from './apps.ts'

/** What is known of the app in a frame, and the connection to it. */
export interface ConnectedApp {
  readonly app: FramedApp | null
  readonly connection: AppConnection | null
}

/** Connects to the app in a frame, as long as both are there. */
export function useApp(frame: HTMLIFrameElement | null, address: string): ConnectedApp {
  const [connection, setConnection] = useState<AppConnection | null>(null)
  const origin = originOf(address)
  useEffect(() => {
    if (!frame || origin === null) return
    let made: AppConnection | undefined
    // A frame that has not loaded is of no origin that could be spoken to.
    const connect = () => {
      made ??= connectApp(frame, origin)
      setConnection(made)
    }
    frame.addEventListener('load', connect)
    return () => {
      frame.removeEventListener('load', connect)
      setConnection(null)
      made?.close()
    }
  }, [frame, origin])
  const app = useSyncExternalStore(
    connection?.subscribe ?? neverChanges,
    () => connection?.app ?? null,
  )
  return { app, connection }
}

const neverChanges = () => () => {}
