// What the page of the suite asks.

/** The controls, and the record that each is about. */
export const CONTROLS: readonly { id: string; question: string; record?: object }[] = [
  { id: 'export', question: 'reports.export' },
  { id: 'insights', question: 'insights' },
  { id: 'delete-mine', question: 'conversations.delete', record: { agent: 'u1' } },
  { id: 'delete-other', question: 'conversations.delete', record: { agent: 'u9' } },
]
export const CONVERSATIONS: readonly object[] = [{ agent: 'u1' }, { agent: 'u9' }, { team: 'g1' }]
/** What the rows ask. */
export const ROW = 'chat-settings'
