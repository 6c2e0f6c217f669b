import { DoorClosed } from 'lucide-react'
import type { Section } from '../products/definition.ts'
import { href } from '../selection/route.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { State } from './StateMessage.tsx'

interface Props {
  /** The section the address names, if there is such a section. */
  readonly section: Section | undefined
  /** A section the person has something in. */
  readonly other: Section | undefined
}

/** The person has nothing in this section, or in any. */
export function NothingState({ section, other }: Props) {
  const { person, package: pack, route } = useScene()
  const place = section && other ? section.label : 'this product'
  return (
    <State icon={DoorClosed} tone="quiet" title={`Nothing in ${place} for ${person.label.en}`}>
      <p>
        {other
          ? 'None of the person’s roles gives anything in this section. Turn on Inspect to see what is hidden here and why.'
          : `On ${pack.label.en} none of this person’s rights can be used. Turn on Inspect to see why.`}
      </p>
      {other && (
        <a className="button solid" href={href(route, { section: other.id, item: '' })}>
          Go to {other.label}
        </a>
      )}
    </State>
  )
}
