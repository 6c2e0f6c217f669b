import type { Message } from '../../../shared/conversation/message.ts'

export interface Conversation {
  readonly id: string
  readonly visitor: string
  readonly company: string
  readonly page: string
  /** `null` for the person who uses the page. */
  readonly agent: string | null
  readonly waiting: string
  readonly messages: readonly Message[]
  readonly summary: readonly string[]
  readonly responses: readonly string[]
}

export const MINE: readonly Conversation[] = [
  {
    id: 'c1',
    visitor: 'Visitor 4821',
    company: 'Fjordbud Logistics',
    page: '/business/cargo',
    agent: null,
    waiting: '1 min',
    messages: [
      {
        from: 'visitor',
        text: 'Hi! We want to replace eleven vans in Bergen with cargo bikes.',
        at: '14:02',
      },
      { from: 'agent', text: 'What a good plan. How heavy is a usual load?', at: '14:03' },
      {
        from: 'visitor',
        text: 'About 120 kg, and the hills are steep. Does the Long Tail manage that?',
        at: '14:05',
      },
    ],
    summary: [
      'Wants to replace 11 vans in Bergen with cargo bikes.',
      'Loads of about 120 kg on steep hills.',
      'Open question: does the Long Tail carry that uphill?',
    ],
    responses: [
      'Yes: the Long Tail is rated for 180 kg, and its mid-drive motor holds 15 % slopes at full load.',
      'For steep streets most fleets choose the dual battery. Shall I add it to the offer?',
    ],
  },
  {
    id: 'c2',
    visitor: 'Visitor 4822',
    company: 'Visitor',
    page: '/bikes/commuter',
    agent: null,
    waiting: '6 min',
    messages: [
      { from: 'visitor', text: 'Is the commuter available with a belt drive?', at: '13:48' },
      { from: 'agent', text: 'It is, from the second trim on.', at: '13:50' },
      { from: 'visitor', text: 'And in size S?', at: '13:57' },
    ],
    summary: ['Asks for a commuter with a belt drive in size S.'],
    responses: ['Size S comes with the belt drive in trims two and three, about two weeks away.'],
  },
]

export const OTHERS: readonly Conversation[] = [
  {
    id: 'c3',
    visitor: 'Visitor 4823',
    company: 'Stad in Beweging',
    page: '/service',
    agent: 'Live Agent 1',
    waiting: '3 min',
    messages: [
      {
        from: 'visitor',
        text: 'Our service contract ends in May. What happens to the spare batteries?',
        at: '13:55',
      },
      { from: 'agent', text: 'They stay yours. I am looking up the serial numbers.', at: '13:59' },
    ],
    summary: ['Service contract ends in May; asks who owns the spare batteries.'],
    responses: ['Spare batteries are sold with the contract and remain the customer’s property.'],
  },
  {
    id: 'c4',
    visitor: 'Visitor 4824',
    company: 'Campus Rides',
    page: '/business',
    agent: 'Live Agent 2',
    waiting: '12 min',
    messages: [
      { from: 'visitor', text: 'Do you rent forty bikes for one semester?', at: '13:31' },
      { from: 'agent', text: 'We do. From which week on?', at: '13:40' },
    ],
    summary: ['Wants to rent 40 bikes for one semester.'],
    responses: ['Semester rentals include two service visits; the start can be any Monday.'],
  },
]
