import { createContext, use, useSyncExternalStore } from 'react'
import type { Session } from './Session.ts'
import { NOTHING, type View } from './state.ts'

interface Current {
  /** The session of the person chosen; none in the moment before it is opened. */
  readonly session: Session | null
  /** Ends the session and opens another one for the same person. */
  readonly restart: () => void
}

export const SessionContext = createContext<Current>({ session: null, restart: () => {} })

export function useSession(): Current {
  return use(SessionContext)
}

/** The session as it is now; the component is drawn again with every change of it. */
export function useView(): View {
  const { session } = useSession()
  return useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing)
}

const never = () => () => {}
const nothing = () => NOTHING
