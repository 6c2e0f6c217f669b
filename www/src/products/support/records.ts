import type { GateOptions } from 'rolegate'
import type { Message } from '../../shared/conversation/message.ts'

export interface Conversation {
  readonly id: string
  readonly contact: string
  readonly topic: string
  /** The operator's id; `null` while the conversation is unassigned. */
  readonly assignee: string | null
  readonly group: string
  readonly organization: string
  readonly waiting: string
  readonly messages: readonly Message[]
}

export interface Note {
  readonly id: string
  readonly author: string
  readonly text: string
}

export interface Contact {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly notes: readonly Note[]
}

/** How the gate reads the facts of these records. */
export const records: NonNullable<GateOptions['records']> = {
  conversation: {
    assignee: (conversation: Conversation) => conversation.assignee,
    group: (conversation: Conversation) => conversation.group,
    organization: (conversation: Conversation) => conversation.organization,
  },
  operator: { owner: (operator: { readonly id: string }) => operator.id },
  'contact-note': { owner: (note: Note) => note.author },
}
