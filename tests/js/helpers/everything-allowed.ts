import type { Gate } from 'rolegate'

const records: readonly unknown[] = [
  { agent: 'u1', queue: 'q1' },
  { agent: '', team: '', by: '', org: '', with: [''] },
  { agent: 'zz', team: 'zz', by: 'zz', org: 'zz', with: ['zz'] },
]

/** Everything that a gate of the desk allows, however it is asked. */
export function allowed(gate: Gate): string[] {
  const names = Object.keys(gate.decideAll())
  const about = (record: unknown, at: number): string[] => [
    ...names.filter(name => gate.can(name, record)).map(name => `can ${name} ${at}`),
    ...names
      .map(name => ({ name, decision: gate.decide(name, record) }))
      .filter(({ decision }) => decision.allowed || decision.level !== 'off')
      .map(({ name, decision }) => `decide ${name} ${at} ${decision.level}`),
    ...names
      .filter(name => gate.explain(name, record).allowed)
      .map(name => `explain ${name} ${at}`),
    ...names
      .filter(name => gate.filter(name, [record]).length > 0)
      .map(name => `filter ${name} ${at}`),
  ]
  const nothing = gate.roles.checkEdit('agent', { nothing: 'on' })
  return [
    ...records.flatMap(about),
    ...names.filter(name => gate.in('w1').maybe(name)).map(name => `maybe ${name}`),
    ...names.filter(name => gate.in('elsewhere').can(name)).map(name => `elsewhere ${name}`),
    ...gate.roles.assignable({ target: ['agent'] }).map(role => `assign ${role}`),
    ...(gate.roles.canEdit('agent') ? ['edit'] : []),
    ...(nothing.length === 0 ? ['an odd edit'] : []),
    ...gate.roles.allowedValues('agent', 'chat-settings').map(value => `choose ${value}`),
  ]
}
