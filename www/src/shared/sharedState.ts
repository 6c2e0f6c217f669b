import { useSyncExternalStore } from 'react'

type Update<T> = (change: (now: T) => T) => void

/** State that outlives its components: the product's data, as a server would keep it. */
export function shared<T>(initial: T): () => [T, Update<T>] {
  let now = initial
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const update: Update<T> = change => {
    now = change(now)
    for (const listener of listeners) listener()
  }
  return () => [useSyncExternalStore(subscribe, () => now), update]
}
