import type { GateView } from '../types.ts'

const latest = new WeakMap<GateView, { readonly version: number; readonly view: GateView }>()

/**
 * The view as an object that is another one after every change, and the same until then, so that what
 * compares by identity (dependencies of hooks, compilers that remember results, signals) asks again.
 */
export function current<View extends GateView>(view: View): View {
  const { version } = view
  const known = latest.get(view)
  if (known?.version === version) return known.view as View
  const now: View = Object.freeze(Object.create(view))
  latest.set(view, { version, view: now })
  return now
}
