import { Gated } from '../../../gate/Gated.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useMeetings } from '../data/meetings.ts'
import { MeetingList } from './MeetingList.tsx'

/** The meetings that visitors booked in a chat. */
export function MeetingsPage() {
  const [meetings, update] = useMeetings()
  const mine = meetings.filter(({ host }) => host === null)
  return (
    <>
      <PageHeader title="Meetings" description="Booked by visitors during a chat." />
      <div className="columns">
        <Gated permission="meetings.manage-own" title="My meetings">
          <MeetingList title="My meetings" meetings={mine} update={update} />
        </Gated>
        <Gated permission="meetings.manage-all" title="All meetings">
          <MeetingList title="All meetings" meetings={meetings} update={update} />
        </Gated>
      </div>
    </>
  )
}
