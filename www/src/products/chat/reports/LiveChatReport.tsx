import { Card } from '../../../ui/Card.tsx'
import { BarChart } from './BarChart.tsx'
import { Metric } from './Metric.tsx'

const HOURS = [
  { label: '8', value: 9 },
  { label: '9', value: 21 },
  { label: '10', value: 34 },
  { label: '11', value: 41 },
  { label: '12', value: 26 },
  { label: '13', value: 29 },
  { label: '14', value: 44 },
  { label: '15', value: 38 },
  { label: '16', value: 31 },
  { label: '17', value: 17 },
]

export function LiveChatReport() {
  return (
    <Card title="Live chat" description="Requests by hour of the day">
      <div className="metrics">
        <Metric label="First answer" value="38 s" change="−12 s" />
        <Metric label="Answered" value="94 %" change="+3 %" />
      </div>
      <BarChart label="Most requests come at 11 and at 14 o’clock." bars={HOURS} />
    </Card>
  )
}
