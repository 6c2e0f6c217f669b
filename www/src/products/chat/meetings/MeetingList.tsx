import { CalendarX2 } from 'lucide-react'
import type { Update } from '../../../shared/sharedState.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Meeting } from '../data/meetings.ts'

interface Props {
  readonly title: string
  readonly meetings: readonly Meeting[]
  readonly update: Update<readonly Meeting[]>
}

export function MeetingList({ title, meetings, update }: Props) {
  const cancel = (meeting: Meeting) => {
    update(current => current.filter(({ id }) => id !== meeting.id))
    toast(`The meeting with ${meeting.with} was cancelled`)
  }
  return (
    <Card
      title={title}
      description={meetings.length === 1 ? '1 meeting' : `${meetings.length} meetings`}
    >
      <ul className="meetings">
        {meetings.map(meeting => (
          <li key={meeting.id}>
            <span className="date-badge">
              <span>{meeting.day}</span>
              <strong>{meeting.date}</strong>
            </span>
            <div className="row-text">
              <strong>{meeting.about}</strong>
              <span>
                {meeting.time} · {meeting.with}
                {meeting.host && ` · ${meeting.host}`}
              </span>
            </div>
            <Button
              variant="plain"
              small
              icon={CalendarX2}
              aria-label={`Cancel ${meeting.about}`}
              onPress={() => cancel(meeting)}
            >
              Cancel
            </Button>
          </li>
        ))}
      </ul>
      {meetings.length === 0 && <p className="empty">No meetings are left.</p>}
    </Card>
  )
}
