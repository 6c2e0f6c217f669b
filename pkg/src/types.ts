import type { CODES, LAYERS, LEVELS, OUTCOMES, VIOLATIONS } from './codes.ts'

/**
 * What a program tells the compiler about its catalog, by declaration merging. `rolegate types`
 * writes a file with the `permissions`, without which their names are plain strings; the `records`
 * are the program's own types.
 *
 * ```ts
 * declare module 'rolegate' {
 *   interface Register {
 *     permissions: { 'reports.export': 'switch'; 'chat-settings': 'level' }
 *     records: { conversation: Conversation }
 *   }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be merged into
export interface Register {}

type Permissions = Register extends { permissions: infer P }
  ? P
  : Record<string, 'switch' | 'level'>

/** A permission's name, narrowed to the catalog's where {@link Register} lists them. */
export type PermissionName = keyof Permissions & string

/**
 * What is asked: a permission's name, alone or with a *demand*, the least value that will do.
 * `'chat-settings'` and `'chat-settings:read'` ask for any value above `off`,
 * `'chat-settings:write'` for that value; a switch knows `:on` only.
 */
export type Question = {
  [P in PermissionName]:
    | P
    | `${P}:${Permissions[P] extends 'switch' ? 'on' : Permissions[P] extends 'level' ? 'read' | 'write' : 'on' | 'read' | 'write'}`
}[PermissionName]

/** The records' types by kind, as {@link Register} lists them. */
export type RegisteredRecords = Register extends { records: infer R } ? R : Record<string, never>

/**
 * What a permission is worth: `off < on` for a switch, `off < read < write` for a level.
 *
 * @useDeclaredType
 */
export type Level = (typeof LEVELS)[number]

/**
 * Why a decision came out as it did; when several reasons apply, the first in this order.
 *
 * @useDeclaredType
 */
export type ReasonCode = (typeof CODES)[number]

/**
 * What the screen should do with the control: nothing undecided is ever `show` or `hide`.
 *
 * @useDeclaredType
 */
export type Outcome = (typeof OUTCOMES)[number]

/**
 * Where a layer of values stands, the farthest first: the nearest that sets a permission wins.
 *
 * @useDeclaredType
 */
export type LayerKind = (typeof LAYERS)[number]

/**
 * What a gate can do right now.
 *
 * - `empty`: nothing loaded yet, cleared, or disposed.
 * - `ready`, `stale`: it decides; `stale` from the snapshot's `refresh_after` on.
 * - `expired`: it holds a snapshot that is out of its time, or whose time cannot be told because the
 *   clock was set back; everything is denied until a newer one is loaded.
 * - `failed`: the engine could not start or has stopped, or the key set or the catalog cannot be
 *   used; the next `load` tries again.
 */
export type GateState = 'empty' | 'ready' | 'stale' | 'expired' | 'failed'

/**
 * One change that would help. Its kind is the member that it has, so that `'role' in change` tells the
 * compiler which; ask for `values` before `relations`, which can stand beside them.
 */
export type Change =
  | {
      /** The id of the role to hold as well. */
      readonly role: string
    }
  | {
      /**
       * The least value of each permission, by its name. Only values that a layer can set, or that a
       * role the person holds may take, are suggested.
       */
      readonly values: Readonly<Record<string, Level>>
      /** All further relations to the record that it takes; absent, none. */
      readonly relations?: readonly string[]
    }
  | {
      /**
       * All the relations to the record to gain, its other facts as they are. What is assigned is no
       * longer `unassigned`, and the other way round.
       */
      readonly relations: readonly string[]
    }
  | {
      /** The ids of the entitlements to buy, all of them. */
      readonly entitlements: readonly string[]
    }
  | {
      /** The kind of record to ask with: there can be one for which it is allowed. */
      readonly record: string
    }
  | {
      /** Changes to make all at once, at least one of them a role, where fewer are not enough. */
      readonly together: readonly Change[]
    }

/**
 * One thing that stands in the way. Making one of the `changes` of every entry, whichever, turns the
 * decision into an allow. An entry for a prerequisite has its entries in `missing` instead. Any other
 * entry without changes is out of reach: no role, no value that could be set and no other relation to
 * the record would help, or none that goes with what the rest needs.
 */
export interface Missing {
  /** Why it stands in the way. */
  readonly code: ReasonCode
  /** The prerequisite that does not hold, for the code `prerequisite`. */
  readonly permission?: string
  /** The value the prerequisite must have. */
  readonly atLeast?: Level
  /** What the prerequisite itself lacks. */
  readonly missing?: readonly Missing[]
  /** The changes of which one is enough; empty where none would help. */
  readonly changes: readonly Change[]
}

/**
 * The answer to one question: a plain frozen object whose every member is its own, and the same object
 * for the same question until its content changes, so it can be compared by identity.
 */
export interface Decision {
  /** The plain answer: the same as `can` gives. */
  readonly allowed: boolean
  /** The level that can be used, whatever was asked for: prerequisites and entitlements are counted. */
  readonly level: Level
  /** The first reason that applies; `granted` for an allow. */
  readonly code: ReasonCode
  /** What the screen should do: the default of the code, or what the catalog's `when_denied` says. */
  readonly outcome: Outcome
  /** What is missing, the decision's own reason first; empty for an allow. */
  readonly missing: readonly Missing[]
  /** Whether the snapshot should be refreshed by now. */
  readonly stale: boolean
}

/** One step of an explanation: what one part of the evaluation said. `step` names the part. */
export type Step =
  | {
      /** A role that the person holds gives a value. */
      readonly step: 'role'
      /** The role's id. */
      readonly role: string
      /** What it gives on this record. */
      readonly value: Level
      /** The relations of which one must hold, where the value depends on some. */
      readonly if?: readonly string[]
    }
  | {
      /** A layer sets a value. */
      readonly step: 'layer'
      /** The kind of layer. */
      readonly from: LayerKind
      /** The id of the group, for a layer of a group. */
      readonly id?: string
      /** What it sets. */
      readonly value: Level
      /** Whether it is the nearest that sets one. */
      readonly wins: boolean
    }
  | {
      /** A derived permission looks at another permission. */
      readonly step: 'part'
      /** The other permission's name. */
      readonly permission: string
      /** Its value on this record. */
      readonly value: Level
    }
  | {
      /** A derived permission looks at a relation. */
      readonly step: 'relation'
      /** The relation's name. */
      readonly relation: string
      /** Whether it holds on this record. */
      readonly holds: boolean
    }
  | {
      /** Roles, layers and the rule come to a value. */
      readonly step: 'value'
      /** The value on this record. */
      readonly value: Level
    }
  | {
      /** The permission requires another. */
      readonly step: 'prerequisite'
      /** The other permission's name. */
      readonly permission: string
      /** The value that it must have. */
      readonly atLeast: Level
      /** Whether it has that on this record. */
      readonly holds: boolean
    }
  | {
      /** The membership's filters restrict which records are seen. */
      readonly step: 'filter'
      /** Whether the record passes all of them. */
      readonly passes: boolean
    }
  | {
      /** The permission needs an entitlement. */
      readonly step: 'entitlement'
      /** The ids of the entitlements of which one is enough. */
      readonly anyOf: readonly string[]
      /** Whether one is held. */
      readonly holds: boolean
    }

/** A decision together with how it came about. */
export interface Explanation extends Decision {
  /** In the order of the evaluation; empty where nothing was evaluated. */
  readonly trace: readonly Step[]
}

/**
 * What is wrong with a role edit, in a form that programs can rely on.
 *
 * @useDeclaredType
 */
export type ViolationCode = (typeof VIOLATIONS)[number]

/** One reason why a role edit is refused. */
export interface Violation {
  /** What is wrong. */
  readonly code: ViolationCode
  /** The permission it is about; absent where it is about the whole role. */
  readonly permission?: string
  /** One sentence for developers. */
  readonly message: string
}

/** Whose roles are about to be changed. */
export interface Assignment {
  /**
   * The roles that person holds now, empty for somebody new. Absent, they are not known, and nothing
   * that depends on them is allowed.
   */
  readonly target?: readonly string[]
  /** Whether that person is the one who asks. Default `false`. */
  readonly self?: boolean
}

/**
 * A role that does not exist yet. The catalog's `custom_roles` says whether a tenant may add roles,
 * from which bases, and which entitlements that needs.
 */
export interface NewRole {
  /** The catalog role it starts from; absent, it starts from the catalog's `new_role_values`. */
  readonly basedOn?: string
}

/**
 * What the person may do to roles, theirs and others'. Everything is denied while the gate does not
 * decide, and for arguments of a wrong type.
 */
export interface RoleAdministration {
  /** The roles this person may hand out to the one described: the catalog's, then the tenant's own. */
  assignable(assignment?: Assignment): readonly string[]
  /** Whether this person may hand out `role` to the one described. */
  canAssign(role: string, assignment?: Assignment): boolean
  /**
   * Whether this person may change anything in `role`: it is theirs to edit, and a value other than the
   * one it has now may be chosen for some permission.
   */
  canEdit(role: string): boolean
  /** The values a tenant may choose for `permission` in `role`, the role's own among them. */
  allowedValues(role: string, permission: PermissionName): readonly Level[]
  /**
   * Checks an edit of a role, or a proposed new one: an empty list means that it may be made.
   *
   * `values` is the whole of what is stored, as in a snapshot: what it leaves out has the value that
   * the role starts from. A tenant's own role, new or edited, is measured as it would be stored: one
   * that would hold more than its author may hand out to somebody new is refused (`exceeds-author`).
   * An edit of a catalog role is not measured against its author: who may edit it may choose whatever
   * the catalog unlocks, even more than they hold or hand out themselves.
   */
  checkEdit(
    role: string | NewRole,
    values: Readonly<Record<string, RoleValue>>,
  ): readonly Violation[]
}

/** A value in a role, as snapshots write it; with `if`, held on records in one of the relations. */
export type RoleValue =
  | Level
  | {
      /** The value on records that stand in one of the relations; `off` on all others. */
      readonly value: Level
      /** The relations, at least one, of the kind of record that the permission is about. */
      readonly if: readonly string[]
    }

/** What listeners are told: a plain frozen object. */
export interface GateEvent {
  /** The state after the change. */
  readonly state: GateState
  /**
   * The permissions whose answer changed: for at least one record, where they are about records.
   * A change of which records a person sees is noticed for the facts the gate has met so far.
   */
  readonly flipped: readonly PermissionName[]
}

/**
 * A verified snapshot as one membership sees it: the deciding part of a gate.
 *
 * A question only reads: it starts no timer and no job that a zone, a fake clock or a test runner
 * could see. The object is frozen and its methods need no `this`, so that they can be taken off
 * (`const { can } = gate`), and state libraries leave it as it is.
 */
export interface GateView {
  /** What the gate can do right now. */
  readonly state: GateState
  /**
   * The number of the snapshot in force, `undefined` without one; keep the highest, before a
   * `clear`, to give as `leastSeq` next time.
   */
  readonly seq: number | undefined
  /**
   * A number that is another one whenever an answer may have changed: by a load, by `clear`, by time,
   * by a fault of the engine. It is the snapshot of an external store for what is not a stable object:
   * `explain`, `filter`, `decideAll`. Compare it for equality only.
   */
  readonly version: number
  /** What the person may do to roles. */
  readonly roles: RoleAdministration
  /**
   * Answers whether the permission holds: at once, without the network, and without ever throwing.
   *
   * A permission about a record is asked with one, otherwise the answer is `false`
   * (`record-required`); for any other permission `record` is passed over. The facts of the record
   * are read by the accessors given to `createGate`.
   */
  can(question: Question, record?: unknown): boolean
  /** The level that can be used, `off` where nothing can. A demand in the question is passed over. */
  level(question: Question, record?: unknown): Level
  /** The same answer as `can`, with the reason, the outcome for the screen, and what is missing. */
  decide(question: Question, record?: unknown): Decision
  /** The same as `decide`, with a trace. Meant for people, not for every frame: nothing is kept. */
  explain(question: Question, record?: unknown): Explanation
  /**
   * Whether the permission holds for some record that there can be, filters and the person's groups
   * counted: to show a section, not a row of it.
   */
  maybe(question: Question): boolean
  /**
   * The records that pass, in order, as a new array; the same answer as `can`, one by one. `records`
   * is an array or any other iterable, such as a `Set`, and stays as it is. What is no iterable, or
   * throws while it is read, gives an empty array.
   */
  filter<T>(question: Question, records: Iterable<T>): T[]
  /**
   * Every permission at once, by name, in the catalog's order, as a new object. Before the first
   * `load` nothing is known, so it is empty.
   *
   * @param record - the record to ask about, for permissions that are about one
   * @param kind - its record kind; may be left out where the catalog has only one
   */
  decideAll(record?: unknown, kind?: string): Readonly<Record<string, Decision>>
  /**
   * Tells `listener` after every change: of the snapshot, of the state, of an answer. It is called
   * once the change is complete, so it may ask, load, clear and subscribe. What it throws is
   * reported and stops no other listener. Each subscription costs one entry, there is no limit.
   *
   * What has `flipped` is told for this view's membership; on the gate of a person with several,
   * that is nothing, so subscribe on a view of {@link Gate.in}.
   *
   * @returns the remover; calling it twice does nothing
   * @throws TypeError if `listener` is not a function
   */
  subscribe(listener: (event: GateEvent) => void): () => void
}

/**
 * The object an application holds. Made by `createGate`; it never leaves `empty` before a `load`.
 *
 * Asked without {@link Gate.in}, it answers for the person's only membership; of several none is
 * the default, and every answer is `unknown-workspace`.
 */
export interface Gate extends GateView {
  /**
   * Verifies a role snapshot and puts it in force. Starts the engine if need be.
   *
   * A refused token changes nothing: the former snapshot stays in force. Loads take effect in the
   * order in which they were called; an older snapshot never replaces a newer one. A `clear` drops
   * the loads that are under way.
   *
   * A load that waits for its catalog to be found holds up no other. If a later call has loaded
   * another person's snapshot by then, it is refused (`ERR_SNAPSHOT_ROLLBACK`).
   *
   * @throws GateError (as a rejection) with the `code` that says why
   */
  load(token: string): Promise<void>
  /**
   * The same gate seen from the membership in `workspace`: the same object for the same id, before
   * any load and after, kept as long as the gate. A workspace without a membership denies with
   * `unknown-workspace`.
   */
  in(workspace: string): GateView
  /** Takes the snapshot out of force, as for a sign-out. Which `seq` it had is remembered. */
  clear(): void
  /** Clears, tells the listeners a last time, and lets go of everything. Nothing loads after it. */
  dispose(): void
}

/** What an accessor returns: an id; `null` or `''` for read and empty; `undefined` for not known. */
export type Fact = string | null | undefined

/** Somebody a record is shared with. Only its own properties count. */
export interface Collaborator {
  /** The person's id, as in a snapshot's `sub`. */
  readonly id: string
  /** Whether the person may edit. Default `false`. */
  readonly edit?: boolean
}

/**
 * How the facts of one kind of record are read. A fact whose accessor is absent, throws, or returns
 * `undefined` or anything but a string or `null`, was not read: its relations do not hold.
 */
export interface RecordFacts<T> {
  /** The id of the person who owns the record: decides `own`. */
  readonly owner?: (record: T) => Fact
  /** The id of the person it is assigned to: decides `mine`, `assigned` and `unassigned`. */
  readonly assignee?: (record: T) => Fact
  /** The id of its group: decides `same-group`. */
  readonly group?: (record: T) => Fact
  /** The id of the workspace it belongs to: decides `same-organization`. */
  readonly organization?: (record: T) => Fact
  /** The id of its queue, which filters ask for. */
  readonly queue?: (record: T) => Fact
  /** The people the record is shared with, as ids or as {@link Collaborator}s. */
  readonly collaborators?: (record: T) => readonly (string | Collaborator)[] | null | undefined
}

/** A JSON Web Key Set (RFC 7517 section 5) with Ed25519 public keys. */
export interface JwkSet {
  /** The keys: up to 32, of which those of other types are passed over. */
  readonly keys: readonly object[]
}

/** A catalog file, byte for byte: its text, or its bytes. */
export type CatalogFile = string | ArrayBuffer | ArrayBufferView

/** How a snapshot names its catalog. */
export interface CatalogName {
  /** The catalog's `id`: lower-case words joined by `-`. */
  readonly id: string
  /**
   * The SHA-256 of the file, in base64url: 43 characters that stand in an address or a file's name as
   * they are.
   */
  readonly sha256: string
}

/**
 * Finds a catalog that a gate does not hold. It is called for no other than a snapshot names whose
 * signature and claims hold, once at a time for each; what it gives must have that hash, and the last
 * 4 are kept. `undefined` or `null` means that there is none (`ERR_CATALOG_MISMATCH`).
 *
 * While it is at work the former snapshot stays in force. Where it throws or rejects, `load` rejects
 * with `ERR_FETCH_FAILED` and that as `cause`, or with the `GateError` that it has thrown.
 */
export type CatalogFinder = (
  named: CatalogName,
) => CatalogFile | null | undefined | PromiseLike<CatalogFile | null | undefined>

/**
 * What `createGate` takes. Everything is read once, own properties only; an unknown or wrong option
 * is a `TypeError`.
 */
export interface GateOptions<Records = RegisteredRecords> {
  /** The keys that are trusted: a JWKS, or its text. */
  readonly keys: JwkSet | string
  /** The `iss` a snapshot must carry. */
  readonly issuer: string
  /** The `aud` a snapshot must carry. */
  readonly audience: string
  /**
   * The catalog file, byte for byte: snapshots name it by its hash. Bytes are copied.
   *
   * A list of up to 16 holds several versions, and may have a function among them that finds others:
   * a page that stays open over a release, or that comes before or after it, then follows the snapshot
   * it gets. Without a file a function finds them all.
   */
  readonly catalog: CatalogFile | CatalogFinder | readonly (CatalogFile | CatalogFinder)[]
  /** The `sub` a snapshot must carry, where the app knows who is signed in. */
  readonly subject?: string | undefined
  /** The least `seq` that is accepted, as kept from an earlier visit of the same person. */
  readonly leastSeq?: number | undefined
  /** Honest difference of clocks, in whole seconds: 0 to 300, default 60. */
  readonly leeway?: number | undefined
  /** The longest time from `iat` to `exp` that is accepted, in whole seconds. Default 86,400. */
  readonly maxLifetime?: number | undefined
  /**
   * How to read the facts of records, per record kind of the catalog. The compiler refuses no kind
   * that {@link Register} lacks; `strict` reports those that the catalog lacks.
   */
  readonly records?: { readonly [K in keyof Records]: RecordFacts<Records[K]> } | undefined
  /**
   * The time in milliseconds since 1970, asked for at every check. Without it the clock is read by
   * `Date.now` as it was when the package was imported; a run of checks within one millisecond shares
   * a reading until the running code has finished. A time that is not a plausible number denies.
   */
  readonly now?: (() => number) | undefined
  /**
   * Reports, through `console.error`, mistakes of the calling code that show as a quiet no, each once
   * and a hundred at most, and what to write instead:
   *
   * - names that the catalog does not have, with the nearest that it has; record kinds in `records`
   *   or `decideAll` that it does not have;
   * - a missing record, a promise for one, and for `filter` what is no list;
   * - an accessor that throws, gives `undefined`, a promise, or a wrong type; a fact that an answer
   *   depends on and that has no accessor;
   * - a workspace that is no id or in which the person has no membership, and a question to the gate
   *   of a person with several;
   * - a role that does not exist, and an assignment of a wrong type.
   *
   * Reports also, once in a page or process, that the engine's own file was lost, and what would keep
   * it.
   *
   * What the catalog has is known once a `load` has started the engine. Answers stay the same.
   * Default `false`.
   */
  readonly strict?: boolean | undefined
}
