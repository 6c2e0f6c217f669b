import type { Engine } from './binding.ts'
import { hasLoneSurrogate, isPlain } from './checks.ts'
import { frozen } from './freeze.ts'
import { handle } from './handle.ts'
import { toJson } from './json.ts'
import { ID_BYTES, ROLES } from './limits.ts'
import { didYouMean, shown } from './names.ts'
import { kindOf } from './realms.ts'
import type { Session } from './session.ts'
import type { Report } from './strict.ts'
import type {
  Assignment,
  Level,
  NewRole,
  PermissionName,
  RoleAdministration,
  RoleValue,
  Violation,
  ViolationCode,
} from './types.ts'

const NONE: readonly never[] = Object.freeze([])

/** The questions about roles. The engine's full model answers each of them. */
export class Roles {
  readonly #session: Session
  readonly #membership: () => number | undefined
  readonly #report: Report | undefined

  constructor(session: Session, membership: () => number | undefined, report: Report | undefined) {
    this.#session = session
    this.#membership = membership
    this.#report = report
  }

  /** The object that the application holds. */
  handle(): RoleAdministration {
    return handle<RoleAdministration>({
      assignable: assignment => this.assignable(assignment),
      canAssign: (role, assignment) => this.canAssign(role, assignment),
      canEdit: role => this.canEdit(role),
      allowedValues: (role, permission) => this.allowedValues(role, permission),
      checkEdit: (role, values) => this.checkEdit(role, values),
    })
  }

  assignable(assignment?: Assignment): readonly string[] {
    const whose = this.#assignment(assignment)
    if (whose === undefined) return NONE
    return this.#ask(NONE, (engine, membership) =>
      frozen<readonly string[]>(engine.assignable(membership, whose.target, whose.self)),
    )
  }

  canAssign(role: string, assignment?: Assignment): boolean {
    const whose = this.#assignment(assignment)
    if (whose === undefined || !this.#isRole(role)) return false
    return this.#ask(false, (engine, membership) =>
      engine.can_assign(membership, role, whose.target, whose.self),
    )
  }

  canEdit(role: string): boolean {
    if (!this.#isRole(role)) return false
    return this.#ask(false, (engine, membership) => engine.can_edit(membership, role))
  }

  allowedValues(role: string, permission: PermissionName): readonly Level[] {
    if (!this.#isRole(role) || !this.#isPermission(permission)) return NONE
    return this.#ask(NONE, (engine, membership) =>
      frozen<readonly Level[]>(engine.allowed_values(membership, role, permission)),
    )
  }

  checkEdit(
    role: string | NewRole,
    values: Readonly<Record<string, RoleValue>>,
  ): readonly Violation[] {
    let edit: { id: string | undefined; basedOn: string | undefined }
    let json: string
    try {
      edit = readRole(role)
      if (!isPlain(values) || Object.values(values).includes(undefined as never)) {
        throw new TypeError('no plain object of values')
      }
      json = toJson(values)
    } catch {
      return violation('wrong-value', 'the role or its values have a wrong type')
    }
    const refused = violation('not-editable', 'no membership is in force')
    return this.#ask(refused, (engine, membership) =>
      frozen<readonly Violation[]>(engine.check_edit(membership, edit.id, edit.basedOn, json)),
    )
  }

  #assignment(given: unknown): ReturnType<typeof readAssignment> {
    const whose = readAssignment(given)
    if (whose === undefined) {
      this.#report?.('an assignment must be `{ target, self }`: a list of role ids, and a boolean')
    }
    return whose
  }

  #isRole(role: unknown): role is string {
    if (!isId(role)) {
      this.#report?.(`a role must be given by its id, a string, not ${kindOf(role)}`)
      return false
    }
    if (this.#report) {
      const isUnknown = this.checkEdit(role, {}).some(({ code }) => code === 'unknown-role')
      if (isUnknown) this.#report(`there is no role \`${shown(role)}\``)
    }
    return true
  }

  #isPermission(permission: unknown): permission is string {
    const permissions = this.#session.catalog?.permissions
    if (permissions?.includes(permission as string) === false) {
      const hint = typeof permission === 'string' ? didYouMean(permission, permissions) : ''
      this.#report?.(`the catalog has no permission \`${shown(permission)}\`${hint}`)
    }
    return isId(permission)
  }

  #ask<T>(denied: T, ask: (engine: Engine, membership: number) => T): T {
    const membership = this.#membership()
    const { guard } = this.#session
    if (membership === undefined || guard === undefined) return denied
    try {
      return guard.use(engine => ask(engine, membership))
    } catch {
      return denied
    }
  }
}

function violation(code: ViolationCode, message: string): readonly Violation[] {
  return frozen([{ code, message }])
}

/** Whether it is an id as it is: the engine would receive another text for any other value. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= ID_BYTES && !hasLoneSurrogate(value)
}

function readAssignment(
  given: unknown,
): { target: string[] | undefined; self: boolean } | undefined {
  try {
    const target = own(given, 'target')
    const self = own(given, 'self')
    if (self !== undefined && typeof self !== 'boolean') return undefined
    if (target === undefined) return { target, self: self === true }
    if (!Array.isArray(target) || target.length > ROLES) return undefined
    const roles: unknown[] = [...target]
    return roles.every(isId) ? { target: roles, self: self === true } : undefined
  } catch {
    return undefined
  }
}

function readRole(role: unknown): { id: string | undefined; basedOn: string | undefined } {
  if (isId(role)) return { id: role, basedOn: undefined }
  // A mistyped `basedOn` must not pass: the base's fixed values would not be checked.
  const known = isPlain(role) && Reflect.ownKeys(role).every(name => name === 'basedOn')
  if (!known) throw new TypeError('no role')
  const basedOn = own(role, 'basedOn')
  if (basedOn !== undefined && !isId(basedOn)) throw new TypeError('no role')
  return { id: undefined, basedOn }
}

function own(given: unknown, name: string): unknown {
  if (given === undefined) return undefined
  if (typeof given !== 'object' || given === null) throw new TypeError('no object')
  return Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined
}
