import { useTexts } from '../../../language/LanguageContext.ts'
import { agentTexts } from './texts.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const
const FIRST_HOUR = 8
const LAST_HOUR = 18

interface Props {
  readonly label: string
  /** The opening and closing hour of each day that is open. */
  readonly hours: { readonly [Day in (typeof DAYS)[number]]?: readonly [number, number] }
}

/** The open hours of a working week. */
export function WeeklyHours({ label, hours }: Props) {
  const texts = useTexts(agentTexts)
  return (
    <ul className="week" aria-label={label}>
      {DAYS.map(day => {
        const [from, to] = hours[day] ?? [FIRST_HOUR, FIRST_HOUR]
        const position = (hour: number) =>
          `${((hour - FIRST_HOUR) / (LAST_HOUR - FIRST_HOUR)) * 100}%`
        return (
          <li key={day}>
            <span className="week-day">{texts.days[day]}</span>
            <span className="week-track" aria-hidden>
              <span style={{ left: position(from), right: `calc(100% - ${position(to)})` }} />
            </span>
            <span className="week-hours">{from === to ? texts.closed : `${from} – ${to}`}</span>
          </li>
        )
      })}
    </ul>
  )
}
