import { PageHeader } from '../../../ui/PageHeader.tsx'
import { CalendarAvailability } from './CalendarAvailability.tsx'
import { CalendarConnection } from './CalendarConnection.tsx'
import { ChatAvailability } from './ChatAvailability.tsx'

/** An agent's own settings. */
export function AgentSettingsPage() {
  return (
    <>
      <PageHeader
        title="Agent settings"
        description="When you can be reached, and when you can be booked."
      />
      <div className="columns">
        <ChatAvailability />
        <CalendarAvailability />
        <CalendarConnection />
      </div>
    </>
  )
}
