import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input, Label, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../language/LanguageContext.ts'
import { tableTexts } from './texts.ts'

interface Props {
  readonly find: string
  readonly onFind: (text: string) => void
  readonly filters: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  /** Whether exactly one filter is chosen. */
  readonly isSingle?: boolean
  readonly children?: ReactNode
}

/** What a table is narrowed to. */
export function FilterBar(props: Props) {
  const { find, onFind, filters, chosen, onChoose, isSingle = false, children } = props
  const texts = useTexts(tableTexts)
  return (
    <div className="table-tools">
      <SearchField className="search-field" value={find} onChange={onFind}>
        <Label className="visually-hidden">{texts.find}</Label>
        <Search aria-hidden size={16} />
        <Input placeholder={texts.find} />
      </SearchField>
      <ToggleButtonGroup
        className="chips"
        aria-label={texts.show}
        selectionMode={isSingle ? 'single' : 'multiple'}
        disallowEmptySelection={isSingle}
        selectedKeys={chosen}
        onSelectionChange={keys => onChoose([...keys].map(String))}
      >
        {filters.map(({ id, label }) => (
          <ToggleButton key={id} id={id} className="chip">
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="table-actions">{children}</div>
    </div>
  )
}
