import { TextArea as Area, TextField as AriaTextField, Label, Text } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly description?: string
  readonly rows?: number
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A labelled input for several lines of text that no browser completes, corrects or keeps. */
export function TextArea({ label, description, rows = 5, value, onChange }: Props) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} autoComplete="off">
      <Label>{label}</Label>
      <Area className="text-area" rows={rows} spellCheck="false" autoCapitalize="off" />
      {description && <Text slot="description">{description}</Text>}
    </AriaTextField>
  )
}
