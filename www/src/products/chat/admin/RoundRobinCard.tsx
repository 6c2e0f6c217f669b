import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useSamples } from '../data/samples.ts'
import { adminTexts } from './texts.ts'

const ROTATION = ['Live Agent 1', 'Live Agent 2', 'Calendar Agent'] as const

export function RoundRobinCard() {
  const texts = useTexts(adminTexts)
  const rotation = useSamples(ROTATION)
  return (
    <Gated permission="round-robin.view" title={texts.roundRobin.title}>
      <Card {...texts.roundRobin}>
        <ol className="rotation">
          {rotation.map((name, index) => (
            <li key={name}>
              <Avatar name={name} size={28} />
              <span>{name}</span>
              {index === 0 && <span className="rotation-next">{texts.next}</span>}
            </li>
          ))}
        </ol>
      </Card>
    </Gated>
  )
}
