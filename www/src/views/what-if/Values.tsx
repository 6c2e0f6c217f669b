import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import type { DisplayCatalog, Permission } from '../../scenario/DisplayCatalog.ts'
import { Toggle } from '../../ui/Toggle.tsx'
import { whatIfTexts } from './texts.ts'
import { ValueRow } from './ValueRow.tsx'

/** What one permission has, and may have. */
export interface Value {
  readonly value: string
  readonly choices: readonly string[]
  readonly isChanged: boolean
}

interface Props {
  readonly catalog: DisplayCatalog
  readonly lookUp: (permission: Permission) => Value
  readonly onChange: (permission: string, value: string) => void
}

/** The values of a role or a layer, by area. */
export function Values({ catalog, lookUp, onChange }: Props) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const [find, setFind] = useState('')
  const [withFixed, setWithFixed] = useState(false)
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const isFound = ({ id, label: name }: Permission) => {
    const text = `${label(name)} ${id}`.toLowerCase()
    return words.every(word => text.includes(word))
  }
  const stored = catalog.permissions.filter(({ rule }) => rule === undefined)
  const all = new Map(stored.map(permission => [permission.id, lookUp(permission)]))
  const fixed = [...all.values()].filter(({ choices }) => choices.length < 2).length
  const isShown = (permission: Permission) => {
    const value = all.get(permission.id)
    return value !== undefined && isFound(permission) && (withFixed || value.choices.length > 1)
  }
  return (
    <>
      <div className="values-tools">
        <SearchField className="search-field" value={find} onChange={setFind}>
          <Label className="visually-hidden">{texts.find}</Label>
          <Search aria-hidden size={16} />
          <Input placeholder={texts.find} />
        </SearchField>
        {fixed > 0 && (
          <Toggle isOn={withFixed} onChange={setWithFixed}>
            {texts.fixed(fixed)}
          </Toggle>
        )}
      </div>
      {fixed === all.size && <p className="empty">{texts.nothingToChange}</p>}
      {catalog.areas.map(area => {
        const shown = area.permissions.filter(isShown)
        if (shown.length === 0) return null
        return (
          <section key={area.id} className="values-area">
            <h2>
              <Name of={area.label} />
            </h2>
            {shown.map(permission => {
              const { value, choices, isChanged } = all.get(permission.id) ?? NOTHING
              return (
                <ValueRow
                  key={permission.id}
                  permission={permission}
                  value={value}
                  choices={choices}
                  isChanged={isChanged}
                  onChange={next => onChange(permission.id, next)}
                />
              )
            })}
          </section>
        )
      })}
    </>
  )
}

const NOTHING: Value = { value: 'off', choices: [], isChanged: false }
