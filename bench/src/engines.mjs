import { createMongoAbility, subject } from '@casl/ability'
import { createGate } from 'rolegate'
import { aboutConversations, catalog, me, plain, token } from './desk.mjs'
import { audience, issuer, keys } from './token.mjs'

/**
 * The engines that run anywhere, ready to be asked. `plain()` and `record(pairs)` return a function
 * that asks all questions so many times and counts the yeses, `filter(about, conversations)` one that
 * returns the records that pass; `ask(at)` is one question of the plain ones. What an engine takes per
 * record (a subject type, a context, an entity) is made beforehand.
 */
export async function engines() {
  return [await rolegate(), casl(), floor()]
}

async function rolegate() {
  const gate = createGate({
    keys,
    issuer,
    audience,
    catalog,
    records: {
      conversation: {
        assignee: conversation => conversation.assignee,
        group: conversation => conversation.group,
        organization: conversation => conversation.organization,
      },
    },
  })
  await gate.load(await token())
  const questions = plain.map(({ question }) => question)
  return {
    name: 'rolegate',
    plain: () => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (let at = 0; at < questions.length; at += 1) if (gate.can(questions[at])) yes += 1
      }
      return yes
    },
    ask: at => gate.can(questions[at]),
    record: pairs => {
      const asked = pairs.map(({ about }) => about.question)
      const records = pairs.map(({ conversation }) => conversation)
      return times => {
        let yes = 0
        for (let time = 0; time < times; time += 1) {
          for (let at = 0; at < asked.length; at += 1)
            if (gate.can(asked[at], records[at])) yes += 1
        }
        return yes
      }
    },
    filter: (about, conversations) => () => gate.filter(about.question, conversations),
  }
}

/** The same person's rights as rules for CASL. */
export function rules() {
  const conditions = {
    mine: { assignee: me.id },
    group: { group: { $in: me.groups }, organization: me.organization },
    assignedInOrganization: { assignee: { $ne: null }, organization: me.organization },
  }
  return [
    ...plain
      .filter(({ expected }) => expected)
      .map(({ action, permission }) => ({ action, subject: permission })),
    ...aboutConversations.flatMap(({ action, any }) =>
      any.map(name => ({ action, subject: 'Conversation', conditions: conditions[name] })),
    ),
  ]
}

function casl() {
  const ability = createMongoAbility(rules())
  const actions = plain.map(({ action }) => action)
  const subjects = plain.map(({ permission }) => permission)
  const typed = conversation => subject('Conversation', { ...conversation })
  return {
    name: '@casl/ability',
    plain: () => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (let at = 0; at < actions.length; at += 1) {
          if (ability.can(actions[at], subjects[at])) yes += 1
        }
      }
      return yes
    },
    ask: at => ability.can(actions[at], subjects[at]),
    record: pairs => {
      const asked = pairs.map(({ about }) => about.action)
      const records = pairs.map(({ conversation }) => typed(conversation))
      return times => {
        let yes = 0
        for (let time = 0; time < times; time += 1) {
          for (let at = 0; at < asked.length; at += 1) {
            if (ability.can(asked[at], records[at])) yes += 1
          }
        }
        return yes
      }
    },
    filter: ({ action }, conversations) => {
      const records = conversations.map(typed)
      return () => {
        const passed = []
        for (const record of records) if (ability.can(action, record)) passed.push(record)
        return passed
      }
    },
  }
}

// What cannot be gone below: a `Map` lookup for the question, one for each fact, and a typed-array
// read. It honours no expiry and checks nothing.
function floor() {
  const rows = new Map(plain.map(({ question }, at) => [question, at]))
  const cells = Uint8Array.from(plain, ({ expected }) => Number(expected))
  const questions = plain.map(({ question }) => question)
  // Bit 0: mine, 1: assigned, 2: own group, 3: own organization.
  const assignees = new Map(Array.from({ length: 40 }, (_, at) => [`u${at}`, 2]))
  assignees.set(me.id, 3)
  const groups = new Map(me.groups.map(name => [name, 4]))
  const organizations = new Map([[me.organization, 8]])
  const masks = { mine: [1], group: [4 | 8], assignedInOrganization: [2 | 8] }
  const offsets = new Map(aboutConversations.map(({ question }, at) => [question, at * 16]))
  const table = Uint8Array.from({ length: aboutConversations.length * 16 }, (_, cell) => {
    const needed = aboutConversations[cell >> 4].any.flatMap(name => masks[name])
    return Number(needed.some(mask => (cell & mask) === mask))
  })
  const bits = ({ assignee, group, organization }) =>
    (assignees.get(assignee) ?? 0) |
    (groups.get(group) ?? 0) |
    (organizations.get(organization) ?? 0)
  return {
    name: 'floor',
    plain: () => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (let at = 0; at < questions.length; at += 1) {
          if (cells[rows.get(questions[at])] === 1) yes += 1
        }
      }
      return yes
    },
    ask: at => cells[rows.get(questions[at])] === 1,
    record: pairs => {
      const asked = pairs.map(({ about }) => about.question)
      const records = pairs.map(({ conversation }) => conversation)
      return times => {
        let yes = 0
        for (let time = 0; time < times; time += 1) {
          for (let at = 0; at < asked.length; at += 1) {
            if (table[offsets.get(asked[at]) + bits(records[at])] === 1) yes += 1
          }
        }
        return yes
      }
    },
    filter: ({ question }, conversations) => {
      const offset = offsets.get(question)
      return () => {
        const passed = []
        for (const conversation of conversations) {
          if (table[offset + bits(conversation)] === 1) passed.push(conversation)
        }
        return passed
      }
    },
  }
}
