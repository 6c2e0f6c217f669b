import { ScanEye } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'

interface Props {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Turns inspect mode on and off: the page then explains what it shows and lists what it hides. */
export function InspectToggle({ isOn, onChange }: Props) {
  return (
    <ToggleButton className="toolbar-button" isSelected={isOn} onChange={onChange}>
      <ScanEye aria-hidden size={17} />
      <span>Inspect</span>
    </ToggleButton>
  )
}
