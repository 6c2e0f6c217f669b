import type { GateView } from 'rolegate'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'

/** The permissions that can be used, for some record where they are about records. */
export function held(catalog: DisplayCatalog, gate: GateView): readonly string[] {
  return catalog.permissions.map(({ id }) => id).filter(id => gate.can(id) || gate.maybe(id))
}
