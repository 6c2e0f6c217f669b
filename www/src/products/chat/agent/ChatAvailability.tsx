import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import { WeeklyHours } from './WeeklyHours.tsx'

export function ChatAvailability() {
  const [isAvailable, setAvailable] = useState(true)
  return (
    <Gated permission="live-chat-availability.manage" title="Live chat availability">
      <Card
        title="Live chat availability"
        description="Visitors are passed to you while this is on."
      >
        <Toggle isOn={isAvailable} onChange={setAvailable}>
          {isAvailable ? 'Available now' : 'Away'}
        </Toggle>
        <WeeklyHours
          label="Live chat hours"
          hours={{ Mon: [9, 17], Tue: [9, 17], Wed: [9, 13], Thu: [9, 17], Fri: [10, 15] }}
        />
      </Card>
    </Gated>
  )
}
