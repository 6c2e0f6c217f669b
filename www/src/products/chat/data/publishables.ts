import { createSamples } from './samples.ts'

/** A dialogue or a conversational flow. */
export interface Publishable {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly isLive: boolean
  readonly engaged: number
  readonly changed: string
}

export const useDialogues = createSamples<readonly Publishable[]>([
  {
    id: 'd1',
    name: 'Welcome back',
    place: 'Every page, returning visitors',
    isLive: true,
    engaged: 1284,
    changed: '2 days ago',
  },
  {
    id: 'd2',
    name: 'Find your frame size',
    place: '/bikes/*',
    isLive: true,
    engaged: 962,
    changed: 'last week',
  },
  {
    id: 'd3',
    name: 'Fleet pricing',
    place: '/business',
    isLive: true,
    engaged: 311,
    changed: '3 weeks ago',
  },
  {
    id: 'd4',
    name: 'Spring test rides',
    place: '/events/spring',
    isLive: false,
    engaged: 0,
    changed: 'today',
  },
  {
    id: 'd5',
    name: 'Workshop booking',
    place: '/service',
    isLive: false,
    engaged: 0,
    changed: 'yesterday',
  },
])

export const useFlows = createSamples<readonly Publishable[]>([
  {
    id: 'f1',
    name: 'Demo request to meeting',
    place: 'Form “Ask for a demo”',
    isLive: true,
    engaged: 204,
    changed: '5 days ago',
  },
  {
    id: 'f2',
    name: 'Leasing calculator',
    place: 'Form “Leasing”',
    isLive: true,
    engaged: 148,
    changed: 'last month',
  },
  {
    id: 'f3',
    name: 'Dealer application',
    place: 'Form “Become a dealer”',
    isLive: false,
    engaged: 0,
    changed: 'today',
  },
])
