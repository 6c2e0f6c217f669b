interface Props {
  /** What the picture shows, in a sentence. */
  readonly label: string
  readonly now: readonly number[]
  readonly before: readonly number[]
}

const WIDTH = 720
const HEIGHT = 190
const TOP = 240
const MARKS = [180, 120, 60] as const

/** This time against last time, as two lines. */
export function LineChart({ label, now, before }: Props) {
  const line = path(now)
  return (
    <div className="chart" role="img" aria-label={label}>
      {MARKS.map(mark => (
        <span key={mark} className="chart-mark" style={{ bottom: `${(mark / TOP) * 100}%` }}>
          {mark}
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
        <path d={path(before)} className="chart-before" />
        <path d={line} className="chart-now" />
      </svg>
    </div>
  )
}

function path(values: readonly number[]): string {
  const step = WIDTH / (values.length - 1)
  return values
    .map((value, at) => `${at === 0 ? 'M' : 'L'} ${Math.round(at * step)} ${height(value)}`)
    .join(' ')
}

function height(value: number): number {
  return Math.round(HEIGHT - (value / TOP) * HEIGHT)
}
