// In this order: zone.js replaces the scheduling of the platform before the package is loaded, as the
// build of an Angular application has it.
import 'zone.js'
import type { Gate, GateEvent, Question } from 'rolegate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Clock, empty, loaded, membership, noon, sign } from '../helpers/gates.ts'

/** Every kind of question, none of which may leave anything behind. */
const questions: Record<string, (gate: Gate) => unknown> = {
  can: gate => gate.can('chat-settings'),
  'can, of a record': gate => gate.can('conversation.access', { agent: 'u1' }),
  'can, of a name that is not there': gate => gate.can('nothing' as Question),
  level: gate => gate.level('chat-settings'),
  decide: gate => gate.decide('insights'),
  explain: gate => gate.explain('insights'),
  maybe: gate => gate.maybe('conversation.access'),
  filter: gate => gate.filter('conversation.access', [{ agent: 'u1' }]),
  decideAll: gate => gate.decideAll(),
  in: gate => gate.in('w1').can('chat-settings'),
  state: gate => gate.state,
  seq: gate => gate.seq,
  assignable: gate => gate.roles.assignable(),
  canEdit: gate => gate.roles.canEdit('agent'),
}

/** Gates in each state that an application meets. */
const gates: Record<string, () => Gate | Promise<Gate>> = {
  'that has loaded nothing': () => empty({ now: undefined }),
  'with a snapshot in force, by the clock of the device': () => {
    const iat = Math.floor(Date.now() / 1000)
    return loaded(sign({ iat, exp: iat + 3600, refresh_after: undefined }), { now: undefined })
  },
  'with a clock of the app’s': () => loaded(),
  'that finds itself expired': async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    clock.time = noon + 9999
    return gate
  },
}

/** Runs `work` in a zone, and gives what it saw being scheduled. */
function scheduledBy(work: () => void): string[] {
  const scheduled: string[] = []
  const zone = Zone.current.fork({
    name: 'watching',
    onScheduleTask: (parent, _current, target, task) => {
      scheduled.push(`${task.type} ${task.source}`)
      return parent.scheduleTask(target, task)
    },
  })
  zone.run(work)
  return scheduled
}

afterEach(() => {
  vi.useRealTimers()
})

describe.each(Object.entries(gates))('a gate %s', (_, make) => {
  it.each(Object.entries(questions))('leaves nothing behind after `%s`', async (_name, ask) => {
    const gate = await make()
    const scheduled = scheduledBy(() => {
      for (let time = 0; time < 50; time += 1) ask(gate)
    })
    expect(scheduled).toEqual([])

    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'queueMicrotask'] })
    for (let time = 0; time < 50; time += 1) ask(gate)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a listener', () => {
  it('costs its zone no timer, and is called there', async () => {
    vi.useFakeTimers()
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const zone = Zone.current.fork({ name: 'mine' })
    const zones: string[] = []
    const scheduled = scheduledBy(() => {
      zone.run(() => gate.subscribe(() => void zones.push(Zone.current.name)))
    })
    expect(scheduled).toEqual([])
    clock.time = noon + 9999
    gate.can('chat-settings')
    await Promise.resolve()
    gate.clear()
    expect(zones).toEqual(['mine', 'mine'])
    gate.dispose()
  })

  it('that has a check to thank is told in the same turn, unseen by the zone', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const events: GateEvent[] = []
    gate.subscribe(event => void events.push(event))
    clock.time = noon + 9999
    expect(scheduledBy(() => gate.can('chat-settings'))).toEqual([])
    expect(events).toEqual([])
    await Promise.resolve()
    expect(events.map(({ state }) => state)).toEqual(['expired'])
    gate.dispose()
  })
})

it('a view of a workspace that the person lacks schedules nothing either', async () => {
  const gate = await loaded(sign({ memberships: [membership()] }))
  expect(scheduledBy(() => gate.in('w9').decideAll())).toEqual([])
})
