import type { Message } from '../../shared/conversation/message.ts'

/** A conversation of the agent with a customer. */
export interface Conversation {
  readonly id: string
  readonly customer: string
  readonly group: string
  readonly waiting: string
  readonly messages: readonly Message[]
}

export const CONVERSATIONS: readonly Conversation[] = [
  {
    id: 'c1',
    customer: 'Customer 5120',
    group: 'Delivery',
    waiting: '1 min',
    messages: [
      { from: 'visitor', text: 'Hello, my order has not arrived.', at: '10:14' },
      { from: 'agent', text: 'I will look it up. What is its number?', at: '10:15' },
      { from: 'visitor', text: 'HC-20418.', at: '10:15' },
    ],
  },
  {
    id: 'c2',
    customer: 'Customer 5127',
    group: 'Payment',
    waiting: '3 min',
    messages: [
      { from: 'visitor', text: 'I was charged twice for one helmet.', at: '10:09' },
      { from: 'agent', text: 'I see both payments. One of them goes back today.', at: '10:12' },
      { from: 'visitor', text: 'Thank you! How long does that take?', at: '10:13' },
    ],
  },
  {
    id: 'c3',
    customer: 'Customer 5129',
    group: 'Delivery',
    waiting: '6 min',
    messages: [{ from: 'visitor', text: 'Can the bike come on Saturday?', at: '10:10' }],
  },
]
