import { CalendarX2 } from 'lucide-react'
import { useTexts } from '../../../language/LanguageContext.ts'
import type { Update } from '../../../shared/sharedState.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Meeting } from '../data/meetings.ts'
import { meetingTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly meetings: readonly Meeting[]
  readonly update: Update<readonly Meeting[]>
}

export function MeetingList({ title, meetings, update }: Props) {
  const texts = useTexts(meetingTexts)
  const cancel = (meeting: Meeting) => {
    update(current => current.filter(({ id }) => id !== meeting.id))
    toast(texts.cancelled(meeting.with))
  }
  return (
    <Card title={title} description={texts.count(meetings.length)}>
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
              aria-label={texts.cancelOf(meeting.about)}
              onPress={() => cancel(meeting)}
            >
              {texts.cancel}
            </Button>
          </li>
        ))}
      </ul>
      {meetings.length === 0 && <p className="empty">{texts.none}</p>}
    </Card>
  )
}
