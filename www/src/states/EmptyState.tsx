import { DoorClosed } from 'lucide-react'
import type { Section } from '../products/definition.ts'
import { href } from '../selection/route.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { StateMessage } from './StateMessage.tsx'

interface Props {
  /** The section that the address names, if it exists. */
  readonly section: Section | undefined
  /** A section in which the person may use something. */
  readonly other: Section | undefined
}

/** The person may use nothing in this section, or in the whole product. */
export function EmptyState({ section, other }: Props) {
  const { person, package: pack, route } = useSelection()
  const place = section && other ? section.label : 'this product'
  return (
    <StateMessage
      icon={DoorClosed}
      tone="quiet"
      title={`Nothing in ${place} for ${person.label.en}`}
    >
      <p>
        {other
          ? 'None of the person’s roles gives access to anything in this section. Turn on Inspect to see what is hidden and why.'
          : `With ${pack.label.en}, this person can use none of their rights. Turn on Inspect to see why.`}
      </p>
      {other && (
        <a className="button solid" href={href(route, { section: other.id, item: '' })}>
          Go to {other.label}
        </a>
      )}
    </StateMessage>
  )
}
