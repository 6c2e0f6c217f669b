import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { agentTexts } from './texts.ts'
import { WeeklyHours } from './WeeklyHours.tsx'

export function CalendarAvailability() {
  const texts = useTexts(agentTexts)
  return (
    <Gated permission="calendar-availability.manage" title={texts.bookable.title}>
      <Card {...texts.bookable}>
        <WeeklyHours
          label={texts.bookableHours}
          hours={{ Mon: [10, 12], Tue: [10, 16], Thu: [10, 16], Fri: [10, 12] }}
        />
      </Card>
    </Gated>
  )
}
