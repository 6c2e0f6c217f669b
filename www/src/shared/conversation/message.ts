/** One message of a conversation between a visitor and an agent. */
export interface Message {
  readonly from: 'visitor' | 'agent'
  readonly text: string
  /** The time of day, as it is displayed. */
  readonly at: string
}
