import { Label, Meter } from 'react-aria-components'
import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { adminTexts } from './texts.ts'

const LIMITS = [
  { id: 'conversations', used: 188, limit: 250 },
  { id: 'chat', used: 4, limit: 10 },
  { id: 'calendar', used: 3, limit: 10 },
] as const

export function UsageLimitsCard() {
  const { limits } = useTexts(adminTexts)
  return (
    <Gated permission="usage-limits.view" title={limits.title}>
      <Card title={limits.title} description={limits.description}>
        {LIMITS.map(({ id, used, limit }) => (
          <Meter
            key={id}
            value={used}
            maxValue={limit}
            valueLabel={limits.used(used, limit)}
            className="meter"
          >
            {({ percentage, valueText }) => (
              <>
                <Label>{limits.names[id]}</Label>
                <span className="meter-value">{valueText}</span>
                <span className="meter-track">
                  <span style={{ width: `${percentage}%` }} />
                </span>
              </>
            )}
          </Meter>
        ))}
      </Card>
    </Gated>
  )
}
