import { createSamples } from './samples.ts'

/** A question, and the response that the product gives without an agent. */
export interface Response {
  readonly id: string
  readonly question: string
  readonly response: string
  readonly isPublished: boolean
}

export const useResponses = createSamples<readonly Response[]>([
  {
    id: 'r1',
    question: 'How far does one charge go?',
    response: 'Between 60 and 110 km, depending on load and hills.',
    isPublished: true,
  },
  {
    id: 'r2',
    question: 'Can I lease for less than a year?',
    response: 'Yes, from three months, with one service visit included.',
    isPublished: true,
  },
  {
    id: 'r3',
    question: 'Which frame size do I need?',
    response: 'Measure your inner leg and multiply it by 0.66.',
    isPublished: false,
  },
  {
    id: 'r4',
    question: 'Do you ship to islands?',
    response: 'To every island with a ferry, at the price of the mainland.',
    isPublished: false,
  },
])

export const UNANSWERED = [
  { question: 'Does the child seat fit the Long Tail 2?', asked: 14, last: 'an hour ago' },
  { question: 'Is the dual battery allowed on trains?', asked: 9, last: 'yesterday' },
  { question: 'Can the motor be tuned for 45 km/h?', asked: 6, last: '2 days ago' },
] as const

/** A text that responses are generated from. */
export interface Source {
  readonly id: string
  readonly name: string
  readonly note: string
}

export const useSources = createSamples<readonly Source[]>([
  { id: 's1', name: 'Owner’s manual, Long Tail', note: 'PDF, 84 pages, read yesterday' },
  { id: 's2', name: 'haldencycles.example/help', note: '126 pages, read every night' },
  { id: 's3', name: 'Leasing terms', note: 'PDF, 6 pages, read last week' },
])
