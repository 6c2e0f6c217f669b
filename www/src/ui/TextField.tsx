import {
  TextField as AriaTextField,
  Input,
  Label,
  type TextFieldProps,
} from 'react-aria-components'

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string
  readonly placeholder?: string
}

/** A labelled input for one line of text. */
export function TextField({ label, placeholder, ...rest }: Props) {
  return (
    <AriaTextField {...rest} className="field">
      <Label>{label}</Label>
      <Input {...(placeholder ? { placeholder } : {})} />
    </AriaTextField>
  )
}
