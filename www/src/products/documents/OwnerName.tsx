import { useSelection } from '../../selection/SelectionContext.ts'
import { NAMES } from './data.ts'

/** The name of an owner, or “Yours”. */
export function OwnerName({ owner }: { readonly owner: string }) {
  const { person } = useSelection()
  return <span>{owner === person.id ? 'Yours' : (NAMES[owner] ?? owner)}</span>
}
