// The corpus of decisions in `tests/vectors/decisions`, asked of the package; the README there says
// what its members mean.

import { createGate, type GateOptions, type GateView, isGateError, type RoleValue } from 'rolegate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { audience, digest, issuer, keys, noon, sign } from '../helpers/gates.ts'

interface Facts {
  owner?: string | null
  assignee?: string | null
  group?: string | null
  organization?: string | null
  queue?: string | null
  collaborators?: { id: string; edit: boolean }[]
}

interface Times {
  nbf: number
  refresh_after: number
  exp: number
  now: number
}

/** What every question about a snapshot may say. */
interface Asked {
  workspace?: string
  now?: number
}

interface Question extends Asked {
  permission: string
  record?: string
  allowed: boolean
  level: string
  code: string
  outcome: string
  missing: string[]
  stale?: boolean
  maybe?: boolean
}

interface Everything extends Asked {
  record?: string
  levels: Record<string, string>
}

interface Assignable extends Asked {
  target?: string[]
  self?: boolean
  roles: string[]
}

interface CanEdit extends Asked {
  role: string
  may: boolean
}

interface AllowedValues extends Asked {
  role: string
  permission: string
  values: string[]
}

interface CheckEdit extends Asked {
  role?: string
  based_on?: string
  values: Record<string, RoleValue>
  violations: { code: string; permission?: string }[]
}

interface Case {
  name: string
  claims: Record<string, unknown>
  refused?: string
  questions?: Question[]
  everything?: Everything[]
  administration?: {
    assignable?: Assignable[]
    can_edit?: CanEdit[]
    allowed_values?: AllowedValues[]
    check_edit?: CheckEdit[]
  }
}

interface Product {
  product: string
  catalog: string
  times: Times
  records: Record<string, Facts>
  without_snapshot: Question[]
  snapshots: Case[]
}

/** The members of everything there is in a file; any other makes the reader refuse it. */
const MEMBERS = {
  product: ['product', 'catalog', 'times', 'records', 'without_snapshot', 'snapshots'],
  times: ['nbf', 'refresh_after', 'exp', 'now'],
  facts: ['owner', 'assignee', 'group', 'organization', 'queue', 'collaborators'],
  person: ['id', 'edit'],
  case: ['name', 'claims', 'refused', 'questions', 'everything', 'administration'],
  question: [
    'permission',
    'workspace',
    'record',
    'now',
    'allowed',
    'level',
    'code',
    'outcome',
  ].concat(['missing', 'stale', 'maybe']),
  everything: ['workspace', 'record', 'levels'],
  administration: ['assignable', 'can_edit', 'allowed_values', 'check_edit'],
  assignable: ['workspace', 'now', 'target', 'self', 'roles'],
  can_edit: ['workspace', 'now', 'role', 'may'],
  allowed_values: ['workspace', 'now', 'role', 'permission', 'values'],
  check_edit: ['workspace', 'now', 'role', 'based_on', 'values', 'violations'],
  violation: ['code', 'permission'],
}

const files = import.meta.glob<string>(['/tests/vectors/decisions/*.json', '/catalogs/*.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const LEEWAY = 60

function known(kind: keyof typeof MEMBERS, ...values: object[]): void {
  for (const value of values) {
    const odd = Object.keys(value).filter(name => !MEMBERS[kind].includes(name))
    if (odd.length > 0) throw new Error(`a ${kind} with the unknown members ${odd.join(', ')}`)
  }
}

/** The text of a file, by its path from the repository's root. */
function textOf(path: string): string {
  const text = files[`/${path}`]
  if (text === undefined) throw new Error(`no file ${path}`)
  return text
}

function read(path: string): Product {
  const product = JSON.parse(textOf(path)) as Product
  known('product', product)
  known('times', product.times)
  known('facts', ...Object.values(product.records))
  for (const { collaborators = [] } of Object.values(product.records)) {
    known('person', ...collaborators)
  }
  known('question', ...product.without_snapshot)
  for (const {
    questions = [],
    everything = [],
    administration = {},
    ...given
  } of product.snapshots) {
    known('case', given)
    known('question', ...questions)
    known('everything', ...everything)
    known('administration', administration)
    known('assignable', ...(administration.assignable ?? []))
    known('can_edit', ...(administration.can_edit ?? []))
    known('allowed_values', ...(administration.allowed_values ?? []))
    known('check_edit', ...(administration.check_edit ?? []))
    for (const { violations } of administration.check_edit ?? []) known('violation', ...violations)
  }
  return product
}

const products = Object.keys(files)
  .filter(path => /^\/tests\/[^.]+\.json$/.test(path))
  .map(path => read(path.slice(1)))

/** One product's gates. */
class Desk {
  readonly #product: Product
  readonly #catalog: string
  readonly permissions: string[]
  readonly roles: string[]
  readonly #kinds: string[]

  constructor(product: Product) {
    this.#product = product
    this.#catalog = textOf(product.catalog)
    const catalog = JSON.parse(this.#catalog) as {
      areas: { permissions: { id: string }[] }[]
      roles: { id: string }[]
      records?: object
    }
    this.permissions = catalog.areas.flatMap(area => area.permissions.map(({ id }) => id))
    this.roles = catalog.roles.map(({ id }) => id)
    this.#kinds = Object.keys(catalog.records ?? {})
  }

  open(now: () => number) {
    const facts = {
      owner: (record: Facts) => record.owner,
      assignee: (record: Facts) => record.assignee,
      group: (record: Facts) => record.group,
      organization: (record: Facts) => record.organization,
      queue: (record: Facts) => record.queue,
      collaborators: (record: Facts) => record.collaborators,
    }
    const records = Object.fromEntries(this.#kinds.map(kind => [kind, facts]))
    const options: GateOptions<Record<string, Facts>> = {
      keys,
      issuer,
      audience,
      now,
      records,
      catalog: this.#catalog,
    }
    return createGate(options)
  }

  async token(given: Case): Promise<string> {
    const { nbf, refresh_after, exp } = this.#product.times
    const sha256 = await digest(this.#catalog)
    return sign({
      nbf: noon + nbf,
      refresh_after: noon + refresh_after,
      exp: noon + exp,
      catalog: { id: this.#product.product, sha256 },
      entitlements: undefined,
      ...given.claims,
    })
  }

  /** The gates of one snapshot: one for each time that is asked about, as no clock may be set back. */
  async visit(given: Case): Promise<Visit> {
    const { nbf, exp, now: usual } = this.#product.times
    const token = await this.token(given)
    const { questions = [], administration = {} } = given
    const asked: Asked[] = [questions, ...Object.values(administration)].flat()
    const gates = new Map<number, GateView>()
    for (const time of new Set([usual, ...asked.map(({ now }) => now ?? usual)])) {
      const isInForce = nbf - LEEWAY <= time && time < exp + LEEWAY
      let clock = isInForce ? time : usual
      const gate = this.open(() => (noon + clock) * 1000)
      await gate.load(token)
      clock = time
      gates.set(time, gate)
    }
    return new Visit(this.#product, this, given, gates)
  }
}

/** One snapshot, and what is asked of it. */
class Visit {
  readonly #product: Product
  readonly #desk: Desk
  readonly #given: Case
  readonly #gates: ReadonlyMap<number, GateView>

  constructor(product: Product, desk: Desk, given: Case, gates: ReadonlyMap<number, GateView>) {
    this.#product = product
    this.#desk = desk
    this.#given = given
    this.#gates = gates
  }

  #view({ workspace, now = this.#product.times.now }: Asked): GateView {
    const gate = this.#gates.get(now) as GateView & { in(workspace: string): GateView }
    return workspace === undefined ? gate : gate.in(workspace)
  }

  #record(name: string | undefined): Facts | undefined {
    if (name === undefined) return undefined
    const record = this.#product.records[name]
    if (record === undefined) throw new Error(`no record ${name}`)
    return record
  }

  ask(question: Question): void {
    const { permission, allowed, maybe } = question
    const view = this.#view(question)
    const record = this.#record(question.record)
    const decision = view.decide(permission, record)
    const answer = { ...decision, missing: decision.missing.map(({ code }) => code) }
    expect(answer, JSON.stringify(question)).toEqual(answerOf(question))
    expect(view.can(permission, record), permission).toBe(allowed)
    expect(view.level(permission, record), permission).toBe(question.level)
    const { trace: _, ...explained } = view.explain(permission, record)
    expect(explained, permission).toEqual({ ...decision })
    if (maybe !== undefined) expect(view.maybe(permission), permission).toBe(maybe)
    if (record !== undefined) {
      expect(view.filter(permission, [record, record])).toEqual(allowed ? [record, record] : [])
    }
  }

  askEverything(everything: Everything): void {
    const view = this.#view(everything)
    const record = this.#record(everything.record)
    const found: Record<string, string> = {}
    for (const permission of this.#desk.permissions) {
      const { allowed, level } = view.decide(permission, record)
      expect(allowed, permission).toBe(level !== 'off')
      if (allowed) found[permission] = level
    }
    expect(found).toEqual(everything.levels)
  }

  askAdministration(): void {
    const { assignable, can_edit, allowed_values, check_edit } = this.#given.administration ?? {}
    for (const asked of assignable ?? []) this.#assignable(asked)
    for (const asked of can_edit ?? []) {
      expect(this.#view(asked).roles.canEdit(asked.role), asked.role).toBe(asked.may)
    }
    for (const asked of allowed_values ?? []) {
      const values = this.#view(asked).roles.allowedValues(asked.role, asked.permission)
      expect(values, JSON.stringify(asked)).toEqual(asked.values)
    }
    for (const asked of check_edit ?? []) {
      const role = asked.role ?? (asked.based_on === undefined ? {} : { basedOn: asked.based_on })
      const violations = this.#view(asked).roles.checkEdit(role, asked.values)
      const found = violations.map(({ code, permission }) => `${code} ${permission ?? ''}`)
      const expected = asked.violations.map(({ code, permission }) => `${code} ${permission ?? ''}`)
      expect(found.sort(), JSON.stringify(asked)).toEqual(expected.sort())
    }
  }

  #assignable(asked: Assignable): void {
    const { roles } = this.#view(asked)
    const { target, self } = asked
    const assignment = {
      ...(target === undefined ? {} : { target }),
      ...(self === undefined ? {} : { self }),
    }
    expect(roles.assignable(assignment), JSON.stringify(asked)).toEqual(asked.roles)
    const own = (this.#given.claims['roles'] ?? []) as { id: string }[]
    for (const role of [...this.#desk.roles, ...own.map(({ id }) => id), 'nobody']) {
      expect(roles.canAssign(role, assignment), role).toBe(asked.roles.includes(role))
    }
  }
}

function answerOf({ allowed, level, code, outcome, missing, stale = false }: Question): object {
  return { allowed, level, code, outcome, missing, stale }
}

/** What a gate answers that holds no snapshot, or has not got an engine. */
function askWithoutSnapshot(gate: GateView, code: string, questions: Question[]): void {
  const asked = questions.filter(question => question.code === code)
  expect(asked.length).toBeGreaterThan(0)
  for (const question of asked) {
    const { missing, ...decision } = gate.decide(question.permission)
    const answer = { ...decision, missing: missing.map(({ code }) => code) }
    expect(answer, question.permission).toEqual(answerOf(question))
    expect(gate.can(question.permission)).toBe(question.allowed)
  }
}

// First of all, as the engine runs for good once it has been started.
it.each(products)('decisions without an engine: $product', async product => {
  vi.stubGlobal('WebAssembly', undefined)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const gate = new Desk(product).open(() => noon * 1000)
  await expect(gate.load('a.b.c')).rejects.toMatchObject({ code: 'ERR_ENGINE_UNAVAILABLE' })
  askWithoutSnapshot(gate, 'engine-unavailable', product.without_snapshot)
})

describe.each(products)('decisions: $product', product => {
  const desk = new Desk(product)

  it('come without a snapshot', () => {
    const gate = desk.open(() => noon * 1000)
    askWithoutSnapshot(gate, 'no-snapshot', product.without_snapshot)
  })

  it.each(product.snapshots)('$name', async given => {
    if (given.refused !== undefined) {
      const gate = desk.open(() => (noon + product.times.now) * 1000)
      const refusal = gate.load(await desk.token(given)).catch((error: unknown) => error)
      expect(await refusal).toSatisfy(error => isGateError(error) && error.code === given.refused)
      return
    }
    const visit = await desk.visit(given)
    for (const question of given.questions ?? []) visit.ask(question)
    for (const everything of given.everything ?? []) visit.askEverything(everything)
    visit.askAdministration()
  })
})

it('the corpus is there', () => {
  const questions = products.flatMap(({ snapshots }) => snapshots.flatMap(s => s.questions ?? []))
  expect(questions.length).toBeGreaterThan(800)
})
