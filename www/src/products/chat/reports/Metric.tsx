interface Props {
  readonly label: string
  readonly value: string
  readonly change: string
}

/** One number with what became of it. */
export function Figure({ label, value, change }: Props) {
  return (
    <div className="figure">
      <span>{label}</span>
      <strong>{value}</strong>
      <span className={change.startsWith('−') ? 'down' : 'up'}>{change}</span>
    </div>
  )
}
