import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Card } from '../../../ui/Card.tsx'
import { adminTexts } from './texts.ts'

const ROTATION = ['Live Agent 1', 'Live Agent 2', 'Calendar Agent'] as const

export function RoundRobinCard() {
  const texts = useTexts(adminTexts)
  return (
    <Gated permission="round-robin.view" title={texts.roundRobin.title}>
      <Card {...texts.roundRobin}>
        <ol className="rotation">
          {ROTATION.map((name, index) => (
            <li key={name}>
              <Avatar name={name} size={28} />
              <span lang="en">{name}</span>
              {index === 0 && <span className="rotation-next">{texts.next}</span>}
            </li>
          ))}
        </ol>
      </Card>
    </Gated>
  )
}
