import { Gated } from '../../../gate/Gated.tsx'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Card } from '../../../ui/Card.tsx'

const TURN = ['Live Agent 1', 'Live Agent 2', 'Calendar Agent'] as const

export function RoundRobinCard() {
  return (
    <Gated permission="round-robin.view" title="Round-robin">
      <Card title="Round-robin" note="Everybody else goes to the next agent in turn.">
        <ol className="turns">
          {TURN.map((name, at) => (
            <li key={name}>
              <Avatar name={name} size={28} />
              {name}
              {at === 0 && <span className="next">next</span>}
            </li>
          ))}
        </ol>
      </Card>
    </Gated>
  )
}
