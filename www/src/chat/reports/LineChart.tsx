interface Props {
  /** What the picture shows, in a sentence. */
  readonly label: string
  readonly now: readonly number[]
  readonly before: readonly number[]
}

const WIDTH = 720
const HEIGHT = 190
const TOP = 240

/** This time against last time, as two lines. */
export function LineChart({ label, now, before }: Props) {
  const line = path(now)
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <linearGradient id="chart-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="chart-fade-top" />
          <stop offset="1" className="chart-fade-end" />
        </linearGradient>
      </defs>
      {[60, 120, 180].map(value => (
        <g key={value}>
          <line x1="0" x2={WIDTH} y1={height(value)} y2={height(value)} className="chart-grid" />
          <text x="0" y={height(value) - 5} className="chart-text">
            {value}
          </text>
        </g>
      ))}
      <path d={`${line} L ${WIDTH} ${HEIGHT} L 0 ${HEIGHT} Z`} className="chart-area" />
      <path d={path(before)} className="chart-before" />
      <path d={line} className="chart-now" />
    </svg>
  )
}

function path(values: readonly number[]): string {
  const step = WIDTH / (values.length - 1)
  return values
    .map((value, at) => `${at === 0 ? 'M' : 'L'} ${(at * step).toFixed(1)} ${height(value)}`)
    .join(' ')
}

function height(value: number): number {
  return Math.round(HEIGHT - (value / TOP) * HEIGHT)
}
