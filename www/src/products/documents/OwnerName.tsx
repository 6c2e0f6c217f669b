import { useScenario } from '../../gate/PaneContext.ts'
import { NAMES } from './data.ts'

/** The name of an owner, or “Yours”. */
export function OwnerName({ owner }: { readonly owner: string }) {
  const { subject } = useScenario()
  return <span>{owner === subject ? 'Yours' : (NAMES[owner] ?? owner)}</span>
}
