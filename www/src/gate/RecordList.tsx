import type { ReactNode } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DisabledPanel } from './DisabledPanel.tsx'
import { HiddenRecords } from './HiddenRecords.tsx'
import { useDecide, useGate } from './useGate.ts'

interface Props<T extends object> {
  /** The permission a record must pass to be seen. */
  readonly permission: string
  readonly records: readonly T[]
  readonly title: string
  readonly nameOf: (record: T) => string
  readonly empty: string
  readonly children: (visible: readonly T[]) => ReactNode
}

/** The records a person may see, and only those. */
export function RecordList<T extends object>(props: Props<T>) {
  const { permission, records, title, nameOf, empty, children } = props
  const gate = useGate()
  const decision = useDecide()(permission)
  if (decision.outcome === 'loading') return <Skeleton lines={4} />
  if (decision.outcome === 'disable') {
    return <DisabledPanel permission={permission} decision={decision} title={title} />
  }
  const visible = gate?.filter(permission, records) ?? []
  return (
    <>
      {visible.length > 0 ? (
        <div data-permission={permission} data-outcome="show">
          {children(visible)}
        </div>
      ) : (
        <p className="empty">{empty}</p>
      )}
      <HiddenRecords
        permission={permission}
        records={records.filter(record => !visible.includes(record))}
        nameOf={nameOf}
      />
    </>
  )
}
