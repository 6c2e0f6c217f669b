import { Check, type LucideIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import type { Option } from './SelectField.tsx'

interface Props {
  readonly icon: LucideIcon
  readonly label: string
  /** A short word beside the icon. */
  readonly text?: string
  readonly options: readonly Option[]
  /** The option that is chosen now, if one can be. */
  readonly chosen?: string
  readonly onChoose: (id: string) => void
}

/** A button that opens a menu. */
export function MenuButton({ icon: Icon, label, text, options, chosen, onChoose }: Props) {
  return (
    <MenuTrigger>
      <Button className="icon-button text-too" aria-label={text ? `${label}: ${text}` : label}>
        <Icon aria-hidden size={17} />
        {text}
      </Button>
      <Popover className="popover menu-popover" placement="bottom end" offset={6}>
        <Menu
          className="menu"
          items={options}
          {...(chosen === undefined
            ? {}
            : { selectionMode: 'single' as const, selectedKeys: [chosen] })}
          onAction={key => onChoose(String(key))}
        >
          {option => (
            <MenuItem id={option.id} className="menu-item" textValue={option.label}>
              <Check aria-hidden size={15} className="select-check" />
              <Text slot="label">{option.label}</Text>
              {option.description && <Text slot="description">{option.description}</Text>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
