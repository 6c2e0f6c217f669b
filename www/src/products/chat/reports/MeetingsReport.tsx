import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { BarChart } from './BarChart.tsx'
import { Metric } from './Metric.tsx'
import { reportTexts } from './texts.ts'

const WEEKS = [
  { week: 43, value: 18 },
  { week: 44, value: 24 },
  { week: 45, value: 22 },
  { week: 46, value: 31 },
]

export function MeetingsReport() {
  const texts = useTexts(reportTexts)
  const bars = WEEKS.map(({ week, value }) => ({ label: texts.week(week), value }))
  return (
    <Card {...texts.meetings}>
      <div className="metrics">
        <Metric label={texts.booked} value="95" change="+22 %" />
        <Metric label={texts.tookPlace} value="81 %" change="+4 %" />
      </div>
      <BarChart label={texts.meetingsChart} bars={bars} />
    </Card>
  )
}
