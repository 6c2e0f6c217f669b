import parsed from '../../catalogs/userlike.json' with { type: 'json' }
import { person, sign } from './token.mjs'

// Userlike's chat desk, and one person in it: the role `staff`, raised to read the assigned
// conversations of the whole organization. Everything that the other engines are told is here, in
// the fewest rules that say the same; nothing of it comes from rolegate.

export const catalog = JSON.stringify(parsed)
export const me = { id: person, groups: ['g1', 'g2'], organization: 'o1' }

const raised = { 'conversations.assigned-organization': 'read' }

export function token() {
  return sign(catalog, {
    memberships: [{ workspace: me.organization, roles: ['staff'], groups: me.groups }],
    entitlements: ['flex'],
    roles: [{ id: 'staff', values: raised }],
  })
}

const values = { ...parsed.roles.find(({ id }) => id === 'staff').values, ...raised }

/** What is asked without a record: every stored permission, each value of it. */
export const plain = parsed.areas
  .flatMap(({ permissions }) => permissions)
  .filter(({ record, rule }) => record === undefined && rule === undefined)
  .flatMap(({ id, values: kind }) =>
    (kind === 'switch' ? ['on'] : ['read', 'write']).map(value => {
      const held = values[id] ?? 'off'
      return {
        question: `${id}:${value}`,
        permission: id,
        action: value,
        // Whatever needs `message-center` has it: the role holds that.
        expected: held === value || (held === 'write' && value === 'read'),
      }
    }),
  )

// The conditions, by name; each engine has its own words for them.
const group = 'group'
const reading = ['group', 'assignedInOrganization']

/** What is asked about a conversation, and the conditions of which one must hold. */
export const aboutConversations = [
  { question: 'conversation.see', action: 'see', any: ['mine', ...reading] },
  { question: 'conversation.access:read', action: 'read', any: reading },
  { question: 'conversation.access:write', action: 'write', any: [group] },
  { question: 'conversation.reply', action: 'reply', any: ['mine', group] },
  { question: 'conversation.edit', action: 'edit', any: [group] },
  { question: 'conversations.export', action: 'export', any: [group] },
  { question: 'conversations.delete', action: 'delete', any: [] },
  { question: 'contacts.edit-in-conversation', action: 'edit-contact', any: [group] },
]

const holds = {
  mine: conversation => conversation.assignee === me.id,
  group: conversation =>
    me.groups.includes(conversation.group) && conversation.organization === me.organization,
  assignedInOrganization: conversation =>
    conversation.assignee !== null && conversation.organization === me.organization,
}

/** The answer, by the conditions as they are written above. */
export function expected(about, conversation) {
  return about.any.some(name => holds[name](conversation))
}

/**
 * Conversations: a quarter without assignee, 40 operators, 12 groups, 3 organizations. They come out
 * of JSON, as an application's do: for the engine their strings are not those of a program's text.
 */
export function conversations(count) {
  const random = randomly(7)
  const made = Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    assignee: random(4) === 0 ? null : `u${random(40)}`,
    group: `g${random(12)}`,
    organization: `o${random(3)}`,
    subject: `Conversation ${at}`,
  }))
  return JSON.parse(JSON.stringify(made))
}

/** Whole numbers below a bound, the same in every run. */
export function randomly(seed) {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
