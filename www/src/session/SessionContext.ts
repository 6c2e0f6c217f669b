import { createContext, use, useSyncExternalStore } from 'react'
import type { Session } from './Session.ts'
import { INITIAL_STATE, type SessionState } from './state.ts'

interface CurrentSession {
  /** The session of the selected person; `null` until it has started. */
  readonly session: Session | null
  /** Ends the session and starts another one for the same person. */
  readonly restart: () => void
}

export const SessionContext = createContext<CurrentSession>({ session: null, restart: () => {} })

export function useSession(): CurrentSession {
  return use(SessionContext)
}

/** The state of the session. The component renders again whenever it changes. */
export function useSessionState(): SessionState {
  const { session } = useSession()
  return useSyncExternalStore(session?.subscribe ?? neverChanges, session?.state ?? initialState)
}

const neverChanges = () => () => {}
const initialState = () => INITIAL_STATE
