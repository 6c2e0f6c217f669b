import { Label, Meter } from 'react-aria-components'
import { Gated } from '../../../gate/Gated.tsx'
import { Card } from '../../../ui/Card.tsx'

const LIMITS = [
  { name: 'Engaged conversations this month', used: 188, limit: 250 },
  { name: 'Live chat seats', used: 4, limit: 10 },
  { name: 'Calendar seats', used: 3, limit: 10 },
] as const

export function UsageLimitsCard() {
  return (
    <Gated permission="usage-limits.view" title="Usage limits">
      <Card title="Usage limits" description="Reset on the first of each month.">
        {LIMITS.map(({ name, used, limit }) => (
          <Meter
            key={name}
            value={used}
            maxValue={limit}
            valueLabel={`${used} of ${limit}`}
            className="meter"
          >
            {({ percentage, valueText }) => (
              <>
                <Label>{name}</Label>
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
