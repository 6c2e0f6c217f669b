import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Level } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { valueTexts } from '../../language/values.ts'

interface Props {
  readonly label: string
  readonly value: Level
  /** The values that may be chosen. With fewer than two, the value is fixed. */
  readonly choices: readonly Level[]
  readonly onChange: (value: Level) => void
}

/** The value of one permission in a role: a choice of the allowed values, or a fixed value. */
export function ValueChoice({ label, value, choices, onChange }: Props) {
  const words = useTexts(valueTexts)
  if (choices.length < 2) {
    return (
      <div className="value">
        <span className="value-label">{label}</span>
        <span className={`value-fixed ${value}`}>{words[value]}</span>
      </div>
    )
  }
  return (
    <RadioGroup
      className="value"
      orientation="horizontal"
      value={value}
      onChange={next => onChange(next as Level)}
    >
      <Label className="value-label">{label}</Label>
      <div className="value-choices">
        {choices.map(choice => (
          <Radio key={choice} value={choice} className="value-choice" data-value={choice}>
            {words[choice]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
