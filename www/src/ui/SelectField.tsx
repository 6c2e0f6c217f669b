import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import { useTexts } from '../language/LanguageContext.ts'
import { uiTexts } from './texts.ts'

export interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
}

interface Props {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  /** Shown while the value is none of the options. */
  readonly placeholder?: string
  readonly onChange: (id: string) => void
}

/** A labelled list of options to choose one from. */
export function SelectField({ label, options, value, placeholder, onChange }: Props) {
  const texts = useTexts(uiTexts)
  return (
    <Select className="select-field" value={value} onChange={key => onChange(String(key))}>
      <Label className="select-label">{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value">
          {({ selectedText }) => selectedText || placeholder || texts.choose}
        </SelectValue>
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Popover className="popover select-popover">
        <ListBox className="select-list" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className="select-option">
              <Check aria-hidden size={15} className="select-check" />
              <Text slot="label">{option.label}</Text>
              {option.description && <Text slot="description">{option.description}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
