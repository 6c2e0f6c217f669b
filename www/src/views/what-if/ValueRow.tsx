import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import { valueTexts } from '../../language/values.ts'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import { whatIfTexts } from './texts.ts'

interface Props {
  readonly permission: Permission
  /** The value now; `unset` in a layer that says nothing. */
  readonly value: string
  /** The values to choose from; with fewer than two it is fixed. */
  readonly choices: readonly string[]
  readonly isChanged: boolean
  readonly onChange: (value: string) => void
}

/** The value of a permission, and the other values that it may have. */
export function ValueRow({ permission, value, choices, isChanged, onChange }: Props) {
  const values = useTexts(valueTexts)
  const texts = useTexts(whatIfTexts)
  const nameOf = (choice: string) => values[choice] ?? texts.unset
  if (choices.length < 2) {
    return (
      <div className="value" data-value-of={permission.id} data-fixed>
        <span className="value-label">
          <Name of={permission.label} />
        </span>
        <span className="value-fixed off">
          {nameOf(value)} · {texts.fixedValue}
        </span>
      </div>
    )
  }
  return (
    <RadioGroup
      className="value"
      orientation="horizontal"
      value={value}
      data-value-of={permission.id}
      data-changed={isChanged || undefined}
      onChange={onChange}
    >
      <Label className="value-label">
        <Name of={permission.label} />
      </Label>
      <div className="value-choices">
        {choices.map(choice => (
          <Radio key={choice} value={choice} className="value-choice" data-value={choice}>
            {nameOf(choice)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
