const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const
const FROM = 8
const TO = 18

interface Props {
  readonly label: string
  /** The hours of a day, from and to. */
  readonly hours: { readonly [Day in (typeof DAYS)[number]]?: readonly [number, number] }
}

/** A working week with its open hours. */
export function Week({ label, hours }: Props) {
  return (
    <ul className="week" aria-label={label}>
      {DAYS.map(day => {
        const [from, to] = hours[day] ?? [FROM, FROM]
        const at = (hour: number) => `${((hour - FROM) / (TO - FROM)) * 100}%`
        return (
          <li key={day}>
            <span className="week-day">{day}</span>
            <span className="week-track" aria-hidden>
              <span style={{ left: at(from), right: `calc(100% - ${at(to)})` }} />
            </span>
            <span className="week-hours">{from === to ? 'closed' : `${from} – ${to}`}</span>
          </li>
        )
      })}
    </ul>
  )
}
