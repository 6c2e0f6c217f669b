import { CalendarCheck2, CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'

export function CalendarConnection() {
  const [isConnected, setConnected] = useState(false)
  const toggle = () => {
    setConnected(!isConnected)
    toast(isConnected ? 'The calendar was disconnected' : 'The calendar was connected')
  }
  return (
    <Gated permission="calendar.connect" title="Calendar">
      <Card title="Calendar" description="Visitors book directly in your own calendar.">
        <p className="connection">
          {isConnected ? (
            <CalendarCheck2 aria-hidden size={20} />
          ) : (
            <CalendarPlus aria-hidden size={20} />
          )}
          {isConnected ? 'Connected as agent@haldencycles.example' : 'No calendar is connected.'}
        </p>
        <Button variant={isConnected ? 'soft' : 'solid'} onPress={toggle}>
          {isConnected ? 'Disconnect' : 'Connect your calendar'}
        </Button>
      </Card>
    </Gated>
  )
}
