import { Gated } from '../../../gate/Gated.tsx'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Card } from '../../../ui/Card.tsx'

const ROTATION = ['Live Agent 1', 'Live Agent 2', 'Calendar Agent'] as const

export function RoundRobinCard() {
  return (
    <Gated permission="round-robin.view" title="Round-robin">
      <Card
        title="Round-robin"
        description="Every other visitor goes to the next agent in the rotation."
      >
        <ol className="rotation">
          {ROTATION.map((name, index) => (
            <li key={name}>
              <Avatar name={name} size={28} />
              {name}
              {index === 0 && <span className="rotation-next">next</span>}
            </li>
          ))}
        </ol>
      </Card>
    </Gated>
  )
}
