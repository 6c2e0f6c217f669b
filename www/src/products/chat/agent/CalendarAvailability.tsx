import { Gated } from '../../../gate/Gated.tsx'
import { Card } from '../../../ui/Card.tsx'
import { WeeklyHours } from './WeeklyHours.tsx'

export function CalendarAvailability() {
  return (
    <Gated permission="calendar-availability.manage" title="Calendar availability">
      <Card title="Calendar availability" description="Meetings can be booked in these hours.">
        <WeeklyHours
          label="Bookable hours"
          hours={{ Mon: [10, 12], Tue: [10, 16], Thu: [10, 16], Fri: [10, 12] }}
        />
      </Card>
    </Gated>
  )
}
