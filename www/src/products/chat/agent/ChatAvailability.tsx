import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Card } from '../../../ui/Card.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import { agentTexts } from './texts.ts'
import { WeeklyHours } from './WeeklyHours.tsx'

export function ChatAvailability() {
  const texts = useTexts(agentTexts)
  const [isAvailable, setAvailable] = useState(true)
  return (
    <Gated permission="live-chat-availability.manage" title={texts.chat.title}>
      <Card {...texts.chat}>
        <Toggle isOn={isAvailable} onChange={setAvailable}>
          {isAvailable ? texts.available : texts.away}
        </Toggle>
        <WeeklyHours
          label={texts.chatHours}
          hours={{ Mon: [9, 17], Tue: [9, 17], Wed: [9, 13], Thu: [9, 17], Fri: [10, 15] }}
        />
      </Card>
    </Gated>
  )
}
