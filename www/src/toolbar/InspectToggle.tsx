import { ScanEye } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'

interface Props {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Lets the page explain what it shows and what it hides. */
export function InspectToggle({ isOn, onChange }: Props) {
  return (
    <ToggleButton className="bar-button" isSelected={isOn} onChange={onChange}>
      <ScanEye aria-hidden size={17} />
      <span>Inspect</span>
    </ToggleButton>
  )
}
