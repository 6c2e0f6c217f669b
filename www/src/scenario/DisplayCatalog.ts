import type { Level, RoleValue } from 'rolegate'
import { includedIn } from 'rolegate/preview'

/** A name in English and other languages. */
export type Label = Readonly<Record<string, string>>

export interface Labelled {
  readonly id: string
  readonly label: Label
}

export interface Permission extends Labelled {
  readonly values: 'switch' | 'level'
  /** The kind of record that it is about. */
  readonly record?: string
  /** A formula over other permissions. No role stores a value for such a permission. */
  readonly rule?: unknown
  /** Entitlements that must all be held; a nested list means any of them. */
  readonly needs?: readonly (string | readonly string[])[]
}

export interface Area extends Labelled {
  readonly permissions: readonly Permission[]
}

/** A value as a catalog's role holds it; `unknown` where the sources leave it open. */
export type CatalogValue =
  | RoleValue
  | { readonly value: Level; readonly if?: readonly string[]; readonly unknown?: boolean }

export interface Role extends Labelled {
  readonly values: Readonly<Record<string, CatalogValue>>
  /** The values that a customer may choose instead, by permission. */
  readonly unlocked?: Readonly<Record<string, readonly Level[]>>
}

export interface Entitlement extends Labelled {
  /** The entitlements that come with this one. */
  readonly includes?: readonly string[]
}

export interface RecordKind {
  readonly label: Label
  readonly relations: readonly string[]
}

interface CatalogFile {
  readonly id: string
  readonly label: Label
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements?: readonly Entitlement[]
  readonly layers?: readonly string[]
  readonly filters?: readonly string[]
  readonly groups_per_membership?: number
  readonly records?: Readonly<Record<string, RecordKind>>
  readonly custom_roles?: unknown
}

/** Whether a value has the shape that is displayed. Whether it makes sense is for the gate to say. */
function isCatalogFile(value: unknown): value is CatalogFile {
  if (!isNamed(value)) return false
  const { areas, roles, entitlements = [], records = {}, layers = [], filters = [] } = value
  return (
    isListOf(areas, area => isNamed(area) && isListOf(area['permissions'], isPermission)) &&
    isListOf(roles, role => isNamed(role) && isObject(role['values'])) &&
    isListOf(entitlements, one => isNamed(one) && isListOf(one['includes'] ?? [], isText)) &&
    isObject(records) &&
    Object.values(records).every(
      kind => isObject(kind) && isLabel(kind['label']) && isListOf(kind['relations'], isText),
    ) &&
    isListOf(layers, isText) &&
    isListOf(filters, isText)
  )
}

function isPermission(value: unknown): boolean {
  const isNeed = (need: unknown) => isText(need) || isListOf(need, isText)
  return isNamed(value) && isListOf(value['needs'] ?? [], isNeed)
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && isText(value['id']) && isLabel(value['label'])
}

function isLabel(value: unknown): boolean {
  return isObject(value) && isText(value['en']) && Object.values(value).every(isText)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEntry)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

/** A catalog as the page displays it. It decides nothing; the gate is given the very same `text`. */
export class DisplayCatalog {
  /** The file, byte for byte. */
  readonly text: string
  /** The SHA-256 of the file, in base64url. */
  readonly sha256: string
  readonly id: string
  readonly label: Label
  readonly areas: readonly Area[]
  readonly roles: readonly Role[]
  readonly entitlements: readonly Entitlement[]
  readonly layers: readonly string[]
  readonly filters: readonly string[]
  readonly groupsPerMembership: number | undefined
  readonly records: Readonly<Record<string, RecordKind>>
  readonly permissions: readonly Permission[]
  /** Whether customers add roles of their own. */
  readonly hasCustomRoles: boolean
  readonly #permissions: ReadonlyMap<string, Permission>

  /** @throws TypeError or SyntaxError if the text has not the shape of a catalog */
  constructor(text: string, sha256: string) {
    const file: unknown = JSON.parse(text)
    if (!isCatalogFile(file)) throw new TypeError('no catalog')
    this.text = text
    this.sha256 = sha256
    this.id = file.id
    this.label = file.label
    this.areas = file.areas
    this.roles = file.roles
    this.entitlements = file.entitlements ?? []
    this.layers = file.layers ?? []
    this.filters = file.filters ?? []
    this.groupsPerMembership = file.groups_per_membership
    this.records = file.records ?? {}
    this.hasCustomRoles = file.custom_roles !== undefined
    this.permissions = file.areas.flatMap(area => area.permissions)
    this.#permissions = new Map(this.permissions.map(entry => [entry.id, entry]))
  }

  /** The permission of a question, whatever its threshold. */
  permission(question: string): Permission | undefined {
    return this.#permissions.get(question.split(':')[0] ?? '')
  }

  role(id: string): Role | undefined {
    return this.roles.find(role => role.id === id)
  }

  entitlement(id: string): Entitlement | undefined {
    return this.entitlements.find(entitlement => entitlement.id === id)
  }

  /** The entitlements held, with those that come with them. */
  withIncluded(held: readonly string[]): ReadonlySet<string> {
    return new Set(held.flatMap(id => [id, ...includedIn(id, this)]))
  }

  /** The languages in which at least the product or one of its permissions has a name. */
  languages(): readonly string[] {
    const labels = [this.label, ...this.permissions.map(({ label }) => label)]
    return [...new Set(labels.flatMap(label => Object.keys(label)))]
  }
}

/** The value that a role stores for a permission, whichever records it is limited to. */
export function roleValue(role: Role, permission: string): Level {
  const value = role.values[permission] ?? 'off'
  return typeof value === 'string' ? value : value.value
}
