import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { CalendarAvailability } from './CalendarAvailability.tsx'
import { CalendarConnection } from './CalendarConnection.tsx'
import { ChatAvailability } from './ChatAvailability.tsx'
import { agentTexts } from './texts.ts'

/** An agent's own settings. */
export function AgentSettingsPage() {
  const texts = useTexts(agentTexts)
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead} />
      <div className="columns">
        <ChatAvailability />
        <CalendarAvailability />
        <CalendarConnection />
      </div>
    </>
  )
}
