import { Input, Label, TextField, type TextFieldProps } from 'react-aria-components'

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string
  readonly placeholder?: string
}

/** A line of text with its label. */
export function Field({ label, placeholder, ...rest }: Props) {
  return (
    <TextField {...rest} className="field">
      <Label>{label}</Label>
      <Input {...(placeholder ? { placeholder } : {})} />
    </TextField>
  )
}
