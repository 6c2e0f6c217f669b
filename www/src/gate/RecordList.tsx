import type { ReactNode } from 'react'
import { useGate } from 'rolegate/react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DisabledPanel } from './DisabledPanel.tsx'
import { Ghost } from './Ghost.tsx'

interface Props<T extends object> {
  /** The permission that a person needs to see a record. */
  readonly permission: string
  readonly records: readonly T[]
  readonly title: string
  readonly nameOf: (record: T) => string
  /** The text to show when the person may see none of the records. */
  readonly empty: string
  readonly children: (visible: readonly T[]) => ReactNode
}

/** Shows only the records that the person may see. */
export function RecordList<T extends object>(props: Props<T>) {
  const { permission, records, title, nameOf, empty, children } = props
  const gate = useGate()
  const decision = gate.decide(permission)
  if (decision.outcome === 'loading') return <Skeleton lines={4} />
  if (decision.outcome === 'disable') {
    return <DisabledPanel permission={permission} decision={decision} title={title} />
  }
  const visible = gate.filter(permission, records)
  return (
    <>
      {visible.length > 0 ? (
        <div data-permission={permission} data-outcome="show">
          {children(visible)}
        </div>
      ) : (
        <p className="empty">{empty}</p>
      )}
      {records
        .filter(record => !visible.includes(record))
        .map(record => (
          <Ghost key={nameOf(record)} permission={permission} record={nameOf(record)} />
        ))}
    </>
  )
}
