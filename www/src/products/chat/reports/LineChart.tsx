interface Props {
  /** One sentence that describes the chart to screen readers. */
  readonly label: string
  readonly current: readonly number[]
  readonly previous: readonly number[]
}

const WIDTH = 720
const HEIGHT = 190
const MAX_VALUE = 240
const TICKS = [180, 120, 60] as const

/** A line chart of the current values and the previous ones. */
export function LineChart({ label, current, previous }: Props) {
  const line = path(current)
  return (
    <div className="chart" role="img" aria-label={label}>
      {TICKS.map(tick => (
        <span key={tick} className="chart-tick" style={{ bottom: `${(tick / MAX_VALUE) * 100}%` }}>
          {tick}
        </span>
      ))}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id="chart-fade" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" className="chart-fade-top" />
            <stop offset="1" className="chart-fade-end" />
          </linearGradient>
        </defs>
        <path d={`${line} L ${WIDTH} ${HEIGHT} L 0 ${HEIGHT} Z`} className="chart-area" />
        <path d={path(previous)} className="chart-previous" />
        <path d={line} className="chart-current" />
      </svg>
    </div>
  )
}

function path(values: readonly number[]): string {
  const step = WIDTH / (values.length - 1)
  return values
    .map(
      (value, index) => `${index === 0 ? 'M' : 'L'} ${Math.round(index * step)} ${height(value)}`,
    )
    .join(' ')
}

function height(value: number): number {
  return Math.round(HEIGHT - (value / MAX_VALUE) * HEIGHT)
}
