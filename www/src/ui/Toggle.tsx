import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components'

interface Props {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

/** A switch that takes effect immediately. */
export function Toggle({ isOn, onChange, children }: Props) {
  return (
    <Switch className="toggle" isSelected={isOn} onChange={onChange}>
      <span className="toggle-track" aria-hidden />
      <span>{children}</span>
    </Switch>
  )
}
