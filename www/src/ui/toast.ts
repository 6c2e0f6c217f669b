import { useSyncExternalStore } from 'react'

interface Toast {
  readonly id: number
  readonly text: string
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Shows for a few seconds what has just been done. */
export function toast(text: string): void {
  lastId += 1
  const id = lastId
  publish([...toasts.slice(-2), { id, text }])
  setTimeout(() => publish(toasts.filter(toast => toast.id !== id)), 4000)
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
