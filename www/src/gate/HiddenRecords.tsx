import { EyeOff } from 'lucide-react'
import { useInspect } from './InspectContext.ts'
import { useDecide } from './useGate.ts'
import { WhyButton } from './WhyButton.tsx'

interface Props<T extends object> {
  readonly permission: string
  readonly records: readonly T[]
  readonly nameOf: (record: T) => string
}

/** In inspect mode: the records that the person may not see, each with the reason. */
export function HiddenRecords<T extends object>({ permission, records, nameOf }: Props<T>) {
  const inspect = useInspect()
  const decide = useDecide()
  if (!inspect || records.length === 0) return null
  return (
    <ul className="hidden-records" aria-label="Hidden from this person">
      {records.map(record => {
        const decision = decide(permission, record)
        return (
          <li key={nameOf(record)} data-hidden-record={nameOf(record)}>
            <EyeOff aria-hidden size={14} />
            <span>{nameOf(record)}</span>
            <WhyButton permission={permission} decision={decision} text={decision.code} />
          </li>
        )
      })}
    </ul>
  )
}
