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

export interface Option {
  readonly id: string
  readonly label: string
  readonly note?: string
}

interface Props {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  /** What stands there while the value is none of the options. */
  readonly shown?: string
  readonly onChange: (id: string) => void
}

/** Picks one of a few. */
export function Choice({ label, options, value, shown, onChange }: Props) {
  return (
    <Select className="choice" value={value} onChange={key => onChange(String(key))}>
      <Label className="choice-label">{label}</Label>
      <Button className="choice-button">
        <SelectValue className="choice-value">
          {({ selectedText }) => selectedText || shown || 'Choose'}
        </SelectValue>
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Popover className="popover choice-popover">
        <ListBox className="choice-list" items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className="choice-item">
              <Check aria-hidden size={15} className="choice-check" />
              <Text slot="label">{option.label}</Text>
              {option.note && <Text slot="description">{option.note}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
