import type { Conversation } from './records.ts'

export interface Group {
  readonly id: string
  readonly title: string
  readonly conversations: readonly Conversation[]
}

/** Conversations by how the person stands to them; groups with nothing in them are left out. */
export function groupsFor(
  person: string,
  own: readonly string[],
  conversations: readonly Conversation[],
): readonly Group[] {
  const isMine = ({ assignee }: Conversation) => assignee === person
  const isOwn = ({ group }: Conversation) => own.includes(group)
  const isTaken = ({ assignee }: Conversation) => assignee !== null
  const pick = (id: string, title: string, fits: (one: Conversation) => boolean): Group => ({
    id,
    title,
    conversations: conversations.filter(fits),
  })
  return [
    pick('mine', 'Yours', isMine),
    pick('unassigned-own', 'Waiting in your groups', one => isOwn(one) && !isTaken(one)),
    pick(
      'assigned-own',
      'With colleagues in your groups',
      one => isOwn(one) && isTaken(one) && !isMine(one),
    ),
    pick('unassigned-others', 'Waiting in other groups', one => !isOwn(one) && !isTaken(one)),
    pick(
      'assigned-others',
      'With colleagues in other groups',
      one => !isOwn(one) && isTaken(one) && !isMine(one),
    ),
  ].filter(group => group.conversations.length > 0)
}
