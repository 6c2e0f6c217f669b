interface Props {
  readonly label: string
  readonly value: string
  readonly change: string
}

/** A number and its change. */
export function Metric({ label, value, change }: Props) {
  return (
    <div className="metric">
      <span>{label}</span>
      <strong>{value}</strong>
      <span className={change.startsWith('−') ? 'down' : 'up'}>{change}</span>
    </div>
  )
}
