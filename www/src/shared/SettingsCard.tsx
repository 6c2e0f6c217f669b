import { useState } from 'react'
import { Gated } from '../gate/Gated.tsx'
import { Card } from '../ui/Card.tsx'
import { Toggle } from '../ui/Toggle.tsx'

interface Props {
  readonly permission: string
  readonly title: string
  readonly note: string
  readonly pitch?: string
  /** The settings by name, and whether they are on at first. */
  readonly settings: Readonly<Record<string, boolean>>
}

/** Settings that are on or off, for those who may manage them. */
export function ToggleCard({ permission, title, note, pitch, settings }: Props) {
  const [now, setNow] = useState(settings)
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card title={title} note={note}>
        <div className="toggles">
          {Object.entries(now).map(([name, isOn]) => (
            <Toggle key={name} isOn={isOn} onChange={next => setNow({ ...now, [name]: next })}>
              {name}
            </Toggle>
          ))}
        </div>
      </Card>
    </Gated>
  )
}
