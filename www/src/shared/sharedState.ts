import { createStore, type Store, useStore } from '../scenario/store.ts'

/** Replaces the state with what `change` makes of it. */
export type Update<T> = Store<T>['update']

/** A hook that reads shared state and can update it. */
export type UseSharedState<T> = (() => [T, Update<T>]) & {
  /** The state, for what renders no component. */
  readonly now: () => T
}

/** Makes state that components share and that outlives them, as data on a server would. */
export function createSharedState<T>(initial: T): UseSharedState<T> {
  const store = createStore(initial)
  const useState = (): [T, Update<T>] => [useStore(store), store.update]
  return Object.assign(useState, { now: store.get })
}
