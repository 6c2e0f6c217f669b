import { useScene } from '../../selection/SelectionContext.ts'
import { NAMES } from './data.ts'

/** Whose something is. */
export function OwnerName({ owner }: { readonly owner: string }) {
  const { person } = useScene()
  return <span>{owner === person.id ? 'Yours' : (NAMES[owner] ?? owner)}</span>
}
