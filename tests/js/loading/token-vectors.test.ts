// The corpus of tokens in `tests/vectors/tokens`, loaded through the package; the README there says
// what its members mean.

import { createGate, type Gate, isGateError } from 'rolegate'
import { describe, expect, it } from 'vitest'
import catalog from '../../vectors/tokens/catalog.json?raw'
import usualText from '../../vectors/tokens/usual.json?raw'

type Part = string | { repeat: string; times: number } | { base64: string }
type Text = string | Part[]
type Now = number | 'NaN' | 'Infinity' | '-Infinity'

interface Step {
  load?: Text
  clear?: boolean
  state?: string
  now?: Now
  allow?: string
  deny?: string
  refuse?: string
  seq?: number
}

interface Case extends Step {
  name: string
  line: number
  token?: Text
  keys?: string | { text: Text }
  expectations?: Record<string, string | number>
  workspace?: string
  steps?: Step[]
  pool?: string[]
  order?: number[]
}

interface Usual {
  usual: { now: number; issuer: string; audience: string; subject: string }
  key_sets: Record<string, string>
}

interface Group {
  group: string
  title: string
  cases: Case[]
}

const { usual, key_sets: keySets } = JSON.parse(usualText) as Usual
const files = import.meta.glob<string>('../../vectors/tokens/[a-z]-*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const groups = Object.values(files).map(text => JSON.parse(text) as Group)

const OPTIONS: Record<string, string> = {
  issuer: 'issuer',
  audience: 'audience',
  subject: 'subject',
  leeway: 'leeway',
  max_lifetime: 'maxLifetime',
  least_seq: 'leastSeq',
}
const MEMBERS = [
  'name',
  'line',
  'token',
  'keys',
  'now',
  'expectations',
  'workspace',
  'allow',
].concat(['deny', 'refuse', 'steps', 'pool', 'order'])
const STEP_MEMBERS = ['load', 'clear', 'state', 'now', 'allow', 'deny', 'refuse', 'seq']

function textOf(text: Text): string {
  if (typeof text === 'string') return text
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const decoded = text.map(part => decoder.decode(bytesOf(part), { stream: true }))
  return decoded.join('') + decoder.decode()
}

function bytesOf(part: Part): Uint8Array<ArrayBuffer> {
  if (typeof part === 'string') return new TextEncoder().encode(part)
  if ('repeat' in part) return new TextEncoder().encode(part.repeat.repeat(part.times))
  return Uint8Array.from(atob(part.base64), character => character.charCodeAt(0))
}

/** One gate, and what is asked of it. */
class Visit {
  readonly gate: Gate
  readonly #workspace: string | undefined
  #now = usual.now

  constructor({ keys = 'main', expectations = {}, workspace }: Case) {
    const named = typeof keys === 'string' ? keySets[keys] : textOf(keys.text)
    const options = { issuer: usual.issuer, audience: usual.audience, ...renamed(expectations) }
    this.gate = createGate({ ...options, keys: named ?? '', catalog, now: () => this.#now })
    this.#workspace = workspace
  }

  async step({ load, clear, state, now, allow, deny, refuse, seq }: Step): Promise<void> {
    const { gate } = this
    this.#now = now === undefined ? usual.now : Number(now)
    if (clear === true) gate.clear()
    if (load !== undefined) await this.#load(textOf(load), refuse)
    if (state === 'not-yet-valid') expect(gate.decide('reports.view').code).toBe(state)
    else if (state !== undefined) expect(gate.state).toBe(state)
    if (seq !== undefined) expect(gate.seq ?? seq).toBeLessThanOrEqual(seq)
    const view = this.#workspace === undefined ? gate : gate.in(this.#workspace)
    if (allow !== undefined) expect(view.can(allow), allow).toBe(true)
    if (deny !== undefined) expect(view.can(deny), deny).toBe(false)
    expect(view.can('no.such-permission')).toBe(false)
  }

  /** A token that is refused must leave everything as it was. */
  async #load(token: string, refuse: string | undefined): Promise<void> {
    const before = this.#look()
    const code = await this.gate.load(token).then(
      () => undefined,
      (error: unknown) => (isGateError(error) ? error.code : error),
    )
    expect(code).toBe(refuse)
    if (refuse !== undefined && refuse !== 'ERR_KEYS_INVALID') expect(this.#look()).toEqual(before)
  }

  #look(): unknown {
    const { gate } = this
    return [gate.state, gate.seq, { ...gate.decide('reports.view') }]
  }
}

function renamed(expectations: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(expectations).map(([name, value]) => [
      OPTIONS[name] ?? `no option ${name}`,
      value,
    ]),
  )
}

async function run(given: Case): Promise<void> {
  const visit = new Visit(given)
  const { token, steps, pool, order = [] } = given
  if (token !== undefined) return visit.step({ ...given, load: token })
  if (given.refuse === 'ERR_KEYS_INVALID')
    return visit.step({ load: 'a.b.c', refuse: given.refuse })
  for (const step of steps ?? []) {
    expect(STEP_MEMBERS).toEqual(expect.arrayContaining(Object.keys(step)))
    await visit.step(step)
  }
  let newest = 0
  for (const at of order) {
    const load = pool?.[at] as string
    await visit.step(at < newest ? { load, refuse: 'ERR_SNAPSHOT_ROLLBACK' } : { load })
    newest = Math.max(newest, at)
  }
}

/** What the options of a gate cannot even say: it is a wrong option, or no text. */
function isBeyondOptions({ keys, expectations: { issuer, leeway } = {} }: Case): boolean {
  if (issuer === '' || Number(leeway ?? 0) > 300) return true
  if (typeof keys !== 'object') return false
  return textOf(keys.text).includes('\ufffd')
}

describe.each(groups)('tokens, group $group: $title', ({ cases }) => {
  it.each(cases)('$name', async given => {
    expect(MEMBERS).toEqual(expect.arrayContaining(Object.keys(given)))
    if (isBeyondOptions(given)) expect(given.refuse).toBeDefined()
    else await run(given)
  })
})

it('the corpus is there', () => {
  expect(groups.flatMap(({ cases }) => cases).length).toBeGreaterThan(300)
})
