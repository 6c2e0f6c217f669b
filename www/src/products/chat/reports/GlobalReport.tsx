import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { LineChart } from './LineChart.tsx'
import { Metric } from './Metric.tsx'
import { reportTexts } from './texts.ts'

const ENGAGED = [
  112, 128, 119, 141, 156, 98, 87, 133, 147, 152, 168, 171, 109, 96, 149, 163, 177, 181, 190, 121,
  108, 166, 182, 189, 204, 211, 138, 127,
]
const ENGAGED_BEFORE = [
  104, 109, 111, 120, 126, 88, 80, 115, 121, 128, 131, 137, 94, 85, 124, 129, 138, 141, 146, 99, 91,
  131, 137, 144, 150, 153, 108, 97,
]

export function GlobalReport() {
  const texts = useTexts(reportTexts)
  return (
    <Card {...texts.performance}>
      <div className="metrics">
        <Metric label={texts.engaged} value="4,023" change="+24 %" />
        <Metric label={texts.completed} value="2,871" change="+19 %" />
        <Metric label={texts.leads} value="412" change="+31 %" />
        <Metric label={texts.dropped} value="7.4 %" change="−2.1 %" />
      </div>
      <LineChart label={texts.performanceChart} current={ENGAGED} previous={ENGAGED_BEFORE} />
    </Card>
  )
}
