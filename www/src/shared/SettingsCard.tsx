import { useState } from 'react'
import { Gated } from '../gate/Gated.tsx'
import { Card } from '../ui/Card.tsx'
import { Toggle } from '../ui/Toggle.tsx'

/** The words of a card: its heading, and its settings by id. */
export interface SettingsTexts {
  readonly title: string
  readonly description: string
  readonly pitch?: string
  readonly settings: Readonly<Record<string, string>>
}

interface Props {
  readonly permission: string
  readonly texts: SettingsTexts
  /** The settings that are on at first. */
  readonly on?: readonly string[]
}

/** A card of settings that are on or off, for people who may manage them. */
export function SettingsCard({ permission, texts, on = [] }: Props) {
  const [isOn, setOn] = useState<Readonly<Record<string, boolean>>>({})
  const { title, description, pitch, settings } = texts
  return (
    <Gated permission={permission} title={title} {...(pitch ? { pitch } : {})}>
      <Card title={title} description={description}>
        <div className="toggles">
          {Object.entries(settings).map(([id, name]) => (
            <Toggle
              key={id}
              isOn={isOn[id] ?? on.includes(id)}
              onChange={next => setOn({ ...isOn, [id]: next })}
            >
              {name}
            </Toggle>
          ))}
        </div>
      </Card>
    </Gated>
  )
}
