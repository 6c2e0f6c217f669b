import type { Conversation } from './records.ts'

export interface ConversationGroup {
  readonly id: string
  readonly title: string
  readonly conversations: readonly Conversation[]
}

/** Groups conversations by their relation to the person. Empty groups are left out. */
export function groupConversations(
  person: string,
  own: readonly string[],
  conversations: readonly Conversation[],
): readonly ConversationGroup[] {
  const isMine = ({ assignee }: Conversation) => assignee === person
  const isOwn = ({ group }: Conversation) => own.includes(group)
  const isTaken = ({ assignee }: Conversation) => assignee !== null
  const group = (
    id: string,
    title: string,
    matches: (conversation: Conversation) => boolean,
  ): ConversationGroup => ({
    id,
    title,
    conversations: conversations.filter(matches),
  })
  return [
    group('mine', 'Yours', isMine),
    group('unassigned-own', 'Waiting in your groups', entry => isOwn(entry) && !isTaken(entry)),
    group(
      'assigned-own',
      'With colleagues in your groups',
      entry => isOwn(entry) && isTaken(entry) && !isMine(entry),
    ),
    group(
      'unassigned-others',
      'Waiting in other groups',
      entry => !isOwn(entry) && !isTaken(entry),
    ),
    group(
      'assigned-others',
      'With colleagues in other groups',
      entry => !isOwn(entry) && isTaken(entry) && !isMine(entry),
    ),
  ].filter(group => group.conversations.length > 0)
}
