import { createRequire } from 'node:module'
import { AccessControl } from 'accesscontrol'
import { newEnforcer, newModelFromString } from 'casbin'
import { aboutConversations, me, plain } from './desk.mjs'

// Its ES module is for bundlers.
const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs')

/** Engines that are measured in Node alone, in the form of `engines.mjs`. */
export async function others() {
  return [accesscontrol(), await casbin(), cedarPolicy()]
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

/** The records that pass, by a plain loop as for the others. */
function passing(records, passes) {
  const passed = []
  for (let at = 0; at < records.length; at += 1) if (passes(at)) passed.push(records[at])
  return passed
}
