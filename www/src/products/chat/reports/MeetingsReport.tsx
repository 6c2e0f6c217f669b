import { Card } from '../../../ui/Card.tsx'
import { BarChart } from './BarChart.tsx'
import { Metric } from './Metric.tsx'

const WEEKS = [
  { label: 'W 43', value: 18 },
  { label: 'W 44', value: 24 },
  { label: 'W 45', value: 22 },
  { label: 'W 46', value: 31 },
]

export function MeetingsReport() {
  return (
    <Card title="Meetings" description="Bookings per week">
      <div className="metrics">
        <Metric label="Booked" value="95" change="+22 %" />
        <Metric label="Took place" value="81 %" change="+4 %" />
      </div>
      <BarChart label="Bookings rose from 18 to 31 per week." bars={WEEKS} />
    </Card>
  )
}
