import { PageHead } from '../../../ui/PageHeader.tsx'
import { CalendarAvailability } from './CalendarAvailability.tsx'
import { CalendarConnection } from './CalendarConnection.tsx'
import { ChatAvailability } from './ChatAvailability.tsx'

/** The agent's own profile. */
export function AgentSettingsPage() {
  return (
    <>
      <PageHead
        title="Agent settings"
        note="When you can be reached, and where you can be booked."
      />
      <div className="columns">
        <ChatAvailability />
        <CalendarAvailability />
        <CalendarConnection />
      </div>
    </>
  )
}
