interface Props {
  /** What the picture shows, in a sentence. */
  readonly label: string
  readonly bars: readonly { readonly label: string; readonly value: number }[]
}

/** A few numbers side by side. */
export function BarChart({ label, bars }: Props) {
  const most = Math.max(...bars.map(({ value }) => value))
  return (
    <div className="bars" role="img" aria-label={label}>
      {bars.map(bar => (
        <div key={bar.label} className={bar.value === most ? 'bar-column most' : 'bar-column'}>
          <span className="bar-track">
            <span className="bar-fill" style={{ height: `${(bar.value / most) * 100}%` }}>
              <span className="bar-value">{bar.value}</span>
            </span>
          </span>
          <span className="bar-label">{bar.label}</span>
        </div>
      ))}
    </div>
  )
}
