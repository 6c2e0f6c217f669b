import { createSamples } from './samples.ts'

export interface Meeting {
  readonly id: string
  readonly day: string
  readonly date: string
  readonly time: string
  readonly with: string
  readonly about: string
  /** `null` for the person who uses the page. */
  readonly host: string | null
}

export const useMeetings = createSamples<readonly Meeting[]>([
  {
    id: 'm1',
    day: 'Thu',
    date: '21',
    time: '10:00 – 10:30',
    with: 'Visitor 4821',
    about: 'Cargo bikes for Bergen',
    host: null,
  },
  {
    id: 'm2',
    day: 'Fri',
    date: '22',
    time: '13:30 – 14:00',
    with: 'Visitor 4824',
    about: 'Semester rental',
    host: null,
  },
  {
    id: 'm3',
    day: 'Thu',
    date: '21',
    time: '15:00 – 15:45',
    with: 'Stad in Beweging',
    about: 'Service contract',
    host: 'Live Agent 1',
  },
  {
    id: 'm4',
    day: 'Mon',
    date: '25',
    time: '09:00 – 09:30',
    with: 'Campus Rides',
    about: 'Fleet tracking',
    host: 'Live Agent 2',
  },
])
