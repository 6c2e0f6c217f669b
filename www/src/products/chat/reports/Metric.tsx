import { useSamples } from '../data/samples.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly change: string
}

/** A number and its change. */
export function Metric({ label, value, change }: Props) {
  const [read, changed] = [useSamples(value), useSamples(change)]
  return (
    <div className="metric">
      <span>{label}</span>
      <strong>{read}</strong>
      <span className={change.startsWith('−') ? 'down' : 'up'}>{changed}</span>
    </div>
  )
}
