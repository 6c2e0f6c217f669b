import { createRequire } from 'node:module'
import { createMongoAbility, subject } from '@casl/ability'
import { AccessControl } from 'accesscontrol'
import { newEnforcer, newModelFromString } from 'casbin'
import { createGate } from 'rolegate'
import { aboutConversations, catalog, me, plain, token } from './desk.mjs'
import { audience, issuer, keys } from './token.mjs'

// Its ES module is for bundlers.
const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs')

/**
 * Each engine, ready to be asked. `plain()` and `record(pairs)` return a function that asks all
 * questions so many times and counts the yeses, `filter(about, conversations)` one that returns the
 * records that pass; `ask(at)` is one question of the plain ones. What an engine takes per record
 * (a subject type, a context, an entity) is made beforehand.
 */
export async function engines() {
  return [await rolegate(), casl(), accesscontrol(), await casbin(), cedarPolicy(), floor()]
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

function casl() {
  const conditions = {
    mine: { assignee: me.id },
    group: { group: { $in: me.groups }, organization: me.organization },
    assignedInOrganization: { assignee: { $ne: null }, organization: me.organization },
  }
  const ability = createMongoAbility([
    ...plain
      .filter(({ expected }) => expected)
      .map(({ action, permission }) => ({ action, subject: permission })),
    ...aboutConversations.flatMap(({ action, any }) =>
      any.map(name => ({ action, subject: 'Conversation', conditions: conditions[name] })),
    ),
  ])
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

function accesscontrol() {
  const conditions = {
    mine: '$.conversation.assignee == $.user.id',
    group: {
      and: [
        '$.conversation.group in $.user.groups',
        '$.conversation.organization == $.user.organization',
      ],
    },
    assignedInOrganization: {
      and: [
        '$.conversation.assignee != null',
        '$.conversation.organization == $.user.organization',
      ],
    },
  }
  const name = permission => permission.replaceAll('.', '-')
  const control = new AccessControl()
  for (const { action, permission, expected } of plain) {
    if (expected) control.grant('staff').action(action, name(permission))
  }
  for (const { action, any } of aboutConversations) {
    if (any.length === 0) continue
    const either = any.map(condition => conditions[condition])
    control
      .grant('staff')
      .where(either.length === 1 ? either[0] : { or: either })
      .action(action, 'conversation')
  }
  control.lock()
  const actions = plain.map(({ action }) => action)
  const resources = plain.map(({ permission }) => name(permission))
  const context = conversation => ({ user: me, conversation })
  return {
    name: 'accesscontrol',
    plain: () => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (let at = 0; at < actions.length; at += 1) {
          if (control.can('staff').do(actions[at], resources[at]).granted) yes += 1
        }
      }
      return yes
    },
    ask: at => control.can('staff').do(actions[at], resources[at]).granted,
    record: pairs => {
      const asked = pairs.map(({ about }) => about.action)
      const contexts = pairs.map(({ conversation }) => context(conversation))
      return times => {
        let yes = 0
        for (let time = 0; time < times; time += 1) {
          for (let at = 0; at < asked.length; at += 1) {
            if (control.can('staff', contexts[at]).do(asked[at], 'conversation').granted) yes += 1
          }
        }
        return yes
      }
    },
    filter: ({ action }, conversations) => {
      const contexts = conversations.map(context)
      return () =>
        passing(
          conversations,
          at => control.can('staff', contexts[at]).do(action, 'conversation').granted,
        )
    },
  }
}

async function casbin() {
  const effect = '[policy_effect]\ne = some(where (p.eft == allow))\n'
  const simple = await newEnforcer(
    newModelFromString(
      `[request_definition]\nr = sub, obj, act\n[policy_definition]\np = sub, obj, act\n${effect}` +
        '[matchers]\nm = r.obj == p.obj && r.act == p.act && r.sub == p.sub\n',
    ),
  )
  await simple.addPolicies(
    plain
      .filter(({ expected }) => expected)
      .map(({ permission, action }) => ['staff', permission, action]),
  )
  const conditions = {
    mine: 'r.obj.assignee == r.sub.id',
    group: 'within(r.obj.group, r.sub.groups) && r.obj.organization == r.sub.organization',
    assignedInOrganization: 'r.obj.assignee != null && r.obj.organization == r.sub.organization',
  }
  const byAttributes = await newEnforcer(
    newModelFromString(
      `[request_definition]\nr = sub, obj, act\n[policy_definition]\np = act, rule\n${effect}` +
        '[matchers]\nm = r.act == p.act && eval(p.rule)\n',
    ),
  )
  await byAttributes.addFunction('within', (id, ids) => ids.includes(id))
  await byAttributes.addPolicies(
    aboutConversations.flatMap(({ action, any }) => any.map(name => [action, conditions[name]])),
  )
  return {
    name: 'casbin',
    plain: () => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (const { permission, action } of plain) {
          if (simple.enforceSync('staff', permission, action)) yes += 1
        }
      }
      return yes
    },
    ask: at => simple.enforceSync('staff', plain[at].permission, plain[at].action),
    record: pairs => times => {
      let yes = 0
      for (let time = 0; time < times; time += 1) {
        for (const { about, conversation } of pairs) {
          if (byAttributes.enforceSync(me, conversation, about.action)) yes += 1
        }
      }
      return yes
    },
    filter:
      ({ action }, conversations) =>
      () =>
        passing(conversations, at => byAttributes.enforceSync(me, conversations[at], action)),
  }
}

function cedarPolicy() {
  const id = (type, name) => ({ type, id: name })
  const principal = id('User', me.id)
  const conditions = {
    mine: 'resource has assignee && resource.assignee == principal.id',
    group:
      'principal.groups.contains(resource.group) && resource.organization == principal.organization',
    assignedInOrganization:
      'resource has assignee && resource.organization == principal.organization',
  }
  prepare(
    'plain',
    plain
      .filter(({ expected }) => expected)
      .map(
        ({ permission, action }) =>
          `permit(principal, action == Action::"${action}", resource == Permission::"${permission}");`,
      ),
  )
  prepare(
    'conversations',
    aboutConversations.flatMap(({ action, any }) =>
      any.map(
        name =>
          `permit(principal, action == Action::"${action}", resource) when { ${conditions[name]} };`,
      ),
    ),
  )
  const user = { uid: principal, attrs: me, parents: [] }
  const allowed = call => {
    const answer = cedar.statefulIsAuthorized(call)
    return answer.type === 'success' && answer.response.decision === 'allow'
  }
  const calls = plain.map(({ permission, action }) => ({
    principal,
    action: id('Action', action),
    resource: id('Permission', permission),
    context: {},
    preparsedPolicySetId: 'plain',
    entities: [],
  }))
  const call = ({ about, conversation }) => {
    const { id: name, assignee, group, organization } = conversation
    const uid = id('Conversation', name)
    const attrs = { group, organization, ...(assignee === null ? {} : { assignee }) }
    return {
      principal,
      action: id('Action', about.action),
      resource: uid,
      context: {},
      preparsedPolicySetId: 'conversations',
      entities: [user, { uid, attrs, parents: [] }],
    }
  }
  const count = all => times => {
    let yes = 0
    for (let time = 0; time < times; time += 1) for (const one of all) if (allowed(one)) yes += 1
    return yes
  }
  return {
    name: '@cedar-policy/cedar-wasm',
    plain: () => count(calls),
    ask: at => allowed(calls[at]),
    record: pairs => count(pairs.map(call)),
    filter: (about, conversations) => {
      const all = conversations.map(conversation => call({ about, conversation }))
      return () => passing(conversations, at => allowed(all[at]))
    },
  }

  function prepare(name, policies) {
    const answer = cedar.preparsePolicySet(name, { staticPolicies: policies.join('\n') })
    if (answer.type !== 'success') throw new Error(`cedar: ${JSON.stringify(answer)}`)
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

/** The records that pass, by a plain loop as for the others. */
function passing(records, passes) {
  const passed = []
  for (let at = 0; at < records.length; at += 1) if (passes(at)) passed.push(records[at])
  return passed
}
