import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useMeetings } from '../data/meetings.ts'
import { MeetingList } from './MeetingList.tsx'
import { meetingTexts } from './texts.ts'

/** The meetings that visitors booked in a chat. */
export function MeetingsPage() {
  const texts = useTexts(meetingTexts)
  const [meetings, update] = useMeetings()
  const mine = meetings.filter(({ host }) => host === null)
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead} />
      <div className="columns">
        <Gated permission="meetings.manage-own" title={texts.mine}>
          <MeetingList title={texts.mine} meetings={mine} update={update} />
        </Gated>
        <Gated permission="meetings.manage-all" title={texts.all}>
          <MeetingList title={texts.all} meetings={meetings} update={update} />
        </Gated>
      </div>
    </>
  )
}
