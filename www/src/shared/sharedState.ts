import { useSyncExternalStore } from 'react'

/** Replaces the state with what `change` makes of it. */
export type Update<T> = (change: (state: T) => T) => void

/** A hook that reads shared state and can update it. */
export type UseSharedState<T> = () => [T, Update<T>]

/** Makes state that components share and that outlives them, as data on a server would. */
export function createSharedState<T>(initial: T): UseSharedState<T> {
  let state = initial
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const update: Update<T> = change => {
    state = change(state)
    for (const listener of listeners) listener()
  }
  return () => [useSyncExternalStore(subscribe, () => state), update]
}
