import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { BarChart } from './BarChart.tsx'
import { Metric } from './Metric.tsx'
import { reportTexts } from './texts.ts'

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
  const texts = useTexts(reportTexts)
  return (
    <Card {...texts.chat}>
      <div className="metrics">
        <Metric label={texts.firstAnswer} value="38 s" change="−12 s" />
        <Metric label={texts.answered} value="94 %" change="+3 %" />
      </div>
      <BarChart label={texts.chatChart} bars={HOURS} />
    </Card>
  )
}
