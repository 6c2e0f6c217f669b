import { Card } from '../../../ui/Card.tsx'
import { BarChart } from './BarChart.tsx'
import { Figure } from './Metric.tsx'

const WEEKS = [
  { label: 'W 43', value: 18 },
  { label: 'W 44', value: 24 },
  { label: 'W 45', value: 22 },
  { label: 'W 46', value: 31 },
]

export function MeetingsReport() {
  return (
    <Card title="Meetings" note="Booked by week">
      <div className="figures">
        <Figure label="Booked" value="95" change="+22 %" />
        <Figure label="Took place" value="81 %" change="+4 %" />
      </div>
      <BarChart label="Bookings rose from 18 to 31 a week." bars={WEEKS} />
    </Card>
  )
}
