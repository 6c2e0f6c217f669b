import { useEffect, useState } from 'react'
import { TextField as AriaTextField, Input, Label, Text } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly description?: string
  readonly values: readonly string[]
  /** Whether it is one text, commas included. */
  readonly isSingle?: boolean
  readonly onChange: (values: readonly string[]) => void
}

/** A field for ids joined by commas. It takes effect when it is left, or with Enter. */
export function ListField({ label, description, values, isSingle = false, onChange }: Props) {
  const shown = values.join(', ')
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const commit = () => {
    if (text === shown) return
    const parts = isSingle ? [text] : text.split(',')
    onChange(parts.map(part => part.trim()).filter(Boolean))
  }
  return (
    <AriaTextField className="field" value={text} onChange={setText} onBlur={commit}>
      <Label>{label}</Label>
      <Input onKeyDown={event => event.key === 'Enter' && commit()} />
      {description && <Text slot="description">{description}</Text>}
    </AriaTextField>
  )
}
