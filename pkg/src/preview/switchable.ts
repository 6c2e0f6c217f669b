import { frozen, same } from '../freeze.ts'
import { handle } from '../handle.ts'
import type {
  Gate,
  GateEvent,
  GateView,
  PermissionName,
  Question,
  RoleAdministration,
} from '../index.ts'
import { report } from '../report.ts'
import { inThisZone } from '../unzoned.ts'

/** A gate in whose place another one can be put. */
export interface SwitchableGate {
  /** The object that the application holds. */
  readonly gate: Gate
  /** The gate that answers. */
  readonly current: Gate
  /** Lets another gate answer from now on, and tells the listeners. */
  use(next: Gate): void
}

/** What the object does that is not asked of the gate that answers. */
export type OwnMembers = Pick<Gate, 'load' | 'clear' | 'dispose'>

/**
 * Makes an object with the interface of a gate that passes every question on.
 *
 * Listeners of the object stay when the gates change. They are told of every permission whose answer is
 * another one then, and of all permissions about records, as the answers for records are not compared.
 *
 * @param asked - is told of every question about one permission, and about a list
 */
export function switchableGate(
  first: Gate,
  own: OwnMembers,
  asked: Listener = () => {},
): SwitchableGate {
  const passed = { gate: first, versions: 0 }
  const views = new Map<string, PassingView>()
  const all = new PassingView(passed, gate => gate, asked)
  const gate = handle<Gate, GateView>(
    {
      load: token => own.load(token),
      in: workspace => {
        // A workspace that is no id has one view too, which reports it.
        const key = typeof workspace === 'string' ? workspace : ''
        let view = views.get(key)
        if (view === undefined) {
          view = new PassingView(
            passed,
            gate => gate.in(workspace),
            (question, record) => asked(question, record, key),
          )
          views.set(key, view)
        }
        return view.view
      },
      clear: () => own.clear(),
      dispose: () => own.dispose(),
    },
    all.view,
  )
  return {
    gate,
    get current() {
      return passed.gate
    },
    use(next) {
      if (next === passed.gate) return
      const followers = [all, ...views.values()]
      const tell = followers.map(view => view.follow(next))
      // So that the number is another one than all before it.
      passed.versions += passed.gate.version + 1 - next.version
      passed.gate = next
      for (const listeners of tell) listeners()
    },
  }
}

/** Is told of a question, and of the workspace that it is about where one was named. */
type Listener = (question: Question, record: unknown, workspace: string | undefined) => void

/** The gate that answers, and what has to be added to its version. */
interface Passed {
  gate: Gate
  versions: number
}

/** One view that passes questions on to the same view of the gate that answers. */
class PassingView {
  readonly view: GateView
  readonly #of: (gate: Gate) => GateView
  readonly #passed: Passed
  readonly #listeners = new Set<{ readonly tell: (event: GateEvent) => void }>()
  #unsubscribe: (() => void) | undefined

  constructor(
    passed: Passed,
    of: (gate: Gate) => GateView,
    asked: (question: Question, record: unknown, workspace: undefined) => void,
  ) {
    this.#of = of
    this.#passed = passed
    const now = () => of(passed.gate)
    const about = (question: Question, record?: unknown) => {
      asked(question, record, undefined)
      return now()
    }
    this.view = handle<GateView>({
      get state() {
        return now().state
      },
      get seq() {
        return now().seq
      },
      get version() {
        return now().version + passed.versions
      },
      roles: handle<RoleAdministration>({
        assignable: assignment => now().roles.assignable(assignment),
        canAssign: (role, assignment) => now().roles.canAssign(role, assignment),
        canEdit: role => now().roles.canEdit(role),
        allowedValues: (role, permission) => now().roles.allowedValues(role, permission),
        checkEdit: (role, values) => now().roles.checkEdit(role, values),
      }),
      can: (question, record) => about(question, record).can(question, record),
      level: (question, record) => about(question, record).level(question, record),
      decide: (question, record) => about(question, record).decide(question, record),
      explain: (question, record) => about(question, record).explain(question, record),
      maybe: question => about(question).maybe(question),
      filter: (question, records) => about(question).filter(question, records),
      decideAll: (record, kind) => now().decideAll(record, kind),
      subscribe: listener => this.#subscribe(listener),
    })
  }

  /** Leaves the gate that answers for another, and returns what tells the listeners of it. */
  follow(next: Gate): () => void {
    if (this.#listeners.size === 0) return () => {}
    const before = this.#of(this.#passed.gate).decideAll()
    this.#unsubscribe?.()
    const view = this.#of(next)
    this.#unsubscribe = view.subscribe(event => this.#tell(event))
    return () => this.#tell(frozen({ state: view.state, flipped: flipped(before, view) }))
  }

  #subscribe(listener: (event: GateEvent) => void): () => void {
    if (typeof listener !== 'function') throw new TypeError('a listener must be a function')
    const entry = { tell: inThisZone(listener) }
    this.#unsubscribe ??= this.#of(this.#passed.gate).subscribe(event => this.#tell(event))
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
      if (this.#listeners.size > 0) return
      this.#unsubscribe?.()
      this.#unsubscribe = undefined
    }
  }

  #tell(event: GateEvent): void {
    for (const { tell } of [...this.#listeners]) {
      try {
        tell(event)
      } catch (error) {
        report(error)
      }
    }
  }
}

function flipped(before: ReturnType<GateView['decideAll']>, view: GateView): PermissionName[] {
  const after = view.decideAll()
  return Object.keys({ ...before, ...after }).filter(name => {
    const decision = after[name]
    return (
      before[name]?.code === 'record-required' ||
      decision?.code === 'record-required' ||
      !same(before[name], decision)
    )
  })
}
