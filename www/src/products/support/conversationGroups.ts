import type { Conversation } from './records.ts'

/** How the conversations of a group stand to the person. */
export type GroupId =
  | 'mine'
  | 'unassigned-own'
  | 'assigned-own'
  | 'unassigned-others'
  | 'assigned-others'

export interface ConversationGroup {
  readonly id: GroupId
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
    id: GroupId,
    matches: (conversation: Conversation) => boolean,
  ): ConversationGroup => ({
    id,
    conversations: conversations.filter(matches),
  })
  return [
    group('mine', isMine),
    group('unassigned-own', entry => isOwn(entry) && !isTaken(entry)),
    group('assigned-own', entry => isOwn(entry) && isTaken(entry) && !isMine(entry)),
    group('unassigned-others', entry => !isOwn(entry) && !isTaken(entry)),
    group('assigned-others', entry => !isOwn(entry) && isTaken(entry) && !isMine(entry)),
  ].filter(group => group.conversations.length > 0)
}
