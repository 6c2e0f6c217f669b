import { useState } from 'react'
import { Gated } from '../gate/Gated.tsx'
import { Card } from '../ui/Card.tsx'
import { Toggle } from '../ui/Toggle.tsx'

interface Props {
  readonly permission: string
  readonly title: string
  readonly description: string
  readonly pitch?: string
  /** The settings by name, and whether each is on at first. */
  readonly settings: Readonly<Record<string, boolean>>
}

/** A card of settings that are on or off, for people who may manage them. */
export function SettingsCard({ permission, title, description, pitch, settings }: Props) {
  const [values, setValues] = useState(settings)
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card title={title} description={description}>
        <div className="toggles">
          {Object.entries(values).map(([name, isOn]) => (
            <Toggle
              key={name}
              isOn={isOn}
              onChange={next => setValues({ ...values, [name]: next })}
            >
              {name}
            </Toggle>
          ))}
        </div>
      </Card>
    </Gated>
  )
}
