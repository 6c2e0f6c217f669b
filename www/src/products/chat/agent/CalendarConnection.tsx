import { CalendarCheck2, CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toast.ts'
import { agentTexts } from './texts.ts'

export function CalendarConnection() {
  const texts = useTexts(agentTexts)
  const [isConnected, setConnected] = useState(false)
  const toggle = () => {
    setConnected(!isConnected)
    toast(isConnected ? texts.isDisconnected : texts.isConnected)
  }
  return (
    <Gated permission="calendar.connect" title={texts.calendar.title}>
      <Card {...texts.calendar}>
        <p className="connection">
          {isConnected ? (
            <CalendarCheck2 aria-hidden size={20} />
          ) : (
            <CalendarPlus aria-hidden size={20} />
          )}
          {isConnected ? texts.connected : texts.notConnected}
        </p>
        <Button variant={isConnected ? 'soft' : 'solid'} onPress={toggle}>
          {isConnected ? texts.disconnect : texts.connect}
        </Button>
      </Card>
    </Gated>
  )
}
