import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Heading,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import type { Option } from './SelectField.tsx'

/** Options of which any number is chosen, or entries that are pressed. */
export interface ChoiceSection {
  readonly title: string
  readonly options: readonly Option[]
  /** The chosen ids; absent for entries that are only pressed. */
  readonly chosen?: readonly string[]
  readonly onChange?: (ids: readonly string[]) => void
  readonly onPress?: (id: string) => void
}

interface Props {
  readonly label: string
  /** What is chosen, in words. */
  readonly summary: string
  readonly sections: readonly ChoiceSection[]
}

/** A labelled button that opens lists to choose from. It stays open for several choices. */
export function ChoiceField({ label, summary, sections }: Props) {
  return (
    <DialogTrigger>
      <Button className="select-button choice-button">
        <span className="select-label">{label}</span>{' '}
        <span className="select-value">{summary}</span>
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Popover className="popover choice-popover" placement="bottom start" offset={6}>
        <Dialog className="choice-dialog" aria-label={label}>
          {({ close }) =>
            sections.map(section => (
              <div key={section.title} className="choice-section">
                <Heading level={3} className="choice-title">
                  {section.title}
                </Heading>
                <ChoiceList section={section} close={close} />
              </div>
            ))
          }
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface ListProps {
  readonly section: ChoiceSection
  readonly close: () => void
}

function ChoiceList({ section, close }: ListProps) {
  const { title, options, chosen, onChange, onPress } = section
  return (
    <ListBox
      className="select-list"
      aria-label={title}
      items={options}
      selectionMode={chosen ? 'multiple' : 'none'}
      // It closes the list, and shall not take back what was chosen in it.
      escapeKeyBehavior="none"
      selectedKeys={chosen ?? []}
      onSelectionChange={keys =>
        onChange?.(keys === 'all' ? options.map(({ id }) => id) : [...keys].map(String))
      }
      // A list with actions would not let its options be chosen while none is.
      {...(onPress
        ? {
            onAction: key => {
              onPress(String(key))
              close()
            },
          }
        : {})}
    >
      {option => (
        <ListBoxItem id={option.id} textValue={option.label} className="select-option">
          <Check aria-hidden size={15} className="select-check" />
          <Text slot="label">{option.label}</Text>
          {option.description && <Text slot="description">{option.description}</Text>}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
