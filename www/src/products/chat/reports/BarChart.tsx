interface Props {
  /** One sentence that describes the chart to screen readers. */
  readonly label: string
  readonly bars: readonly { readonly label: string; readonly value: number }[]
}

/** A bar chart of a few numbers. */
export function BarChart({ label, bars }: Props) {
  const highest = Math.max(...bars.map(({ value }) => value))
  return (
    <div className="bars" role="img" aria-label={label}>
      {bars.map(bar => (
        <div
          key={bar.label}
          className={bar.value === highest ? 'bar-column highest' : 'bar-column'}
        >
          <span className="bar-track">
            <span className="bar-fill" style={{ height: `${(bar.value / highest) * 100}%` }}>
              <span className="bar-value">{bar.value}</span>
            </span>
          </span>
          <span className="bar-label">{bar.label}</span>
        </div>
      ))}
    </div>
  )
}
