// Compiled, never run, and on its own: what is merged into `Register` holds for a whole program.

import { createGate, type Gate, type PermissionName } from 'rolegate'

interface Conversation {
  agentId: string
}

declare module 'rolegate' {
  interface Register {
    permissions: { 'reports.export': 'switch'; 'chat-settings': 'level' }
    records: { conversation: Conversation }
  }
}

declare const gate: Gate

gate.can('reports.export')
gate.can('reports.export:on')
gate.can('chat-settings')
gate.can('chat-settings:write')
gate.decide('chat-settings:read')

// @ts-expect-error a typo
gate.can('reprots.export')
// @ts-expect-error a switch has no levels
gate.can('reports.export:write')
// @ts-expect-error a level is not `on`
gate.can('chat-settings:on')
// @ts-expect-error a name has no threshold
const name: PermissionName = 'chat-settings:read'

createGate({
  keys: '',
  issuer: 'i',
  audience: 'a',
  catalog: '',
  // The record's type is known from the kind's name.
  records: { conversation: { assignee: conversation => conversation.agentId } },
})

export { name }
