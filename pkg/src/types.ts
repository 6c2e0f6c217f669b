import type { CODES, LAYERS, LEVELS, OUTCOMES, VIOLATIONS } from './codes.ts'
import type { FileResponse } from './late.ts'

/**
 * Declares a program's catalog to the compiler, by declaration merging. `rolegate types` writes a file
 * with the `permissions`; without it, their names are plain strings. The `records` are the program's
 * own types.
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
 * A question: a permission's name, alone or with a *threshold*, the least value that is enough.
 * `'chat-settings'` and `'chat-settings:read'` ask for any value above `off`,
 * `'chat-settings:write'` for `write`; a switch has `:on` only.
 */
export type Question = {
  [P in PermissionName]:
    | P
    | `${P}:${Permissions[P] extends 'switch' ? 'on' : Permissions[P] extends 'level' ? 'read' | 'write' : 'on' | 'read' | 'write'}`
}[PermissionName]

/** The records' types by kind, as {@link Register} lists them. */
export type RegisteredRecords = Register extends { records: infer R } ? R : Record<string, never>

/**
 * The value of a permission: `off < on` for a switch, `off < read < write` for a level.
 *
 * @useDeclaredType
 */
export type Level = (typeof LEVELS)[number]

/**
 * The reason of a decision; when several apply, the first in this order.
 *
 * @useDeclaredType
 */
export type ReasonCode = (typeof CODES)[number]

/**
 * What the screen should do with the control. An undecided question never gives `show` or `hide`.
 *
 * @useDeclaredType
 */
export type Outcome = (typeof OUTCOMES)[number]

/**
 * For whom a layer sets values. The last in this order that sets a permission wins.
 *
 * @useDeclaredType
 */
export type LayerKind = (typeof LAYERS)[number]

/**
 * What a gate can do right now.
 *
 * - `empty`: nothing loaded yet, cleared, or disposed.
 * - `ready`, `stale`: it decides; `stale` from the snapshot's `refresh_after` on.
 * - `expired`: it holds a snapshot that is not valid now, or whose validity is not known because the
 *   clock was set back; everything is denied until a newer one is loaded.
 * - `failed`: the engine could not start or has stopped, or the key set or the catalog cannot be
 *   used; the next `load` tries again.
 */
export type GateState = 'empty' | 'ready' | 'stale' | 'expired' | 'failed'

/**
 * One change that would help. The member that it has says which kind it is, so `'role' in change` narrows
 * the type. Test for `values` before `relations`, because both can be present.
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
      /** Further relations to the record that are needed too, all of them; absent, none. */
      readonly relations?: readonly string[]
    }
  | {
      /**
       * The relations to the record that are needed, all of them; its other facts stay as they are. An
       * assigned record is no longer `unassigned`, and the reverse.
       */
      readonly relations: readonly string[]
    }
  | {
      /** The ids of the entitlements to buy, all of them. */
      readonly entitlements: readonly string[]
    }
  | {
      /** The kind of record to ask about: for some record of that kind it is allowed. */
      readonly record: string
    }
  | {
      /** Changes to make all at once, at least one of them a role, where fewer are not enough. */
      readonly together: readonly Change[]
    }

/**
 * One reason for a denial. Making any one of the `changes` of every entry turns the decision into an
 * allow. An entry for a prerequisite has entries in `missing` instead. Any other entry without changes
 * is out of reach: no role, no value that can be set and no other relation to the record would help,
 * or none that is compatible with what the other entries need.
 */
export interface Missing {
  /** The reason. */
  readonly code: ReasonCode
  /** The prerequisite that does not hold, for the code `prerequisite`. */
  readonly permission?: string
  /** The value the prerequisite must have. */
  readonly atLeast?: Level
  /** What is missing for the prerequisite itself. */
  readonly missing?: readonly Missing[]
  /** The changes, any one of which is enough; empty where none would help. */
  readonly changes: readonly Change[]
}

/**
 * The answer to one question: a plain frozen object whose every member is its own, and the same object
 * for the same question until its content changes, so it can be compared by identity.
 */
export interface Decision {
  /** The answer, the same as that of `can`. */
  readonly allowed: boolean
  /**
   * The level that can be used, whatever the threshold was, prerequisites and entitlements included.
   */
  readonly level: Level
  /** The first reason that applies; `granted` for an allow. */
  readonly code: ReasonCode
  /** What the screen should do: the catalog's `when_denied`, or the default for the code. */
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

/** A decision and the steps that led to it. */
export interface Explanation extends Decision {
  /** The steps in the order of the evaluation; empty where nothing was evaluated. */
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

/** The person whose roles are about to be changed. */
export interface Assignment {
  /**
   * The roles that the person holds now; empty for a new person. If absent, they are unknown, and nothing
   * that depends on them is allowed.
   */
  readonly target?: readonly string[]
  /** Whether it is the same person as the one whose snapshot is loaded. Default `false`. */
  readonly self?: boolean
}

/**
 * A role that does not exist yet. The catalog's `custom_roles` says whether a tenant may add roles,
 * from which bases, and which entitlements that needs.
 */
export interface NewRole {
  /**
   * The catalog role from which it starts; if absent, it starts from the catalog's
   * `new_role_values`.
   */
  readonly basedOn?: string
}

/**
 * What the person may do with roles. Everything is denied while the gate does not decide, and for
 * arguments of a wrong type.
 */
export interface RoleAdministration {
  /**
   * The roles that this person may give to the person described: the catalog's, then the tenant's
   * own.
   */
  assignable(assignment?: Assignment): readonly string[]
  /** Whether this person may give `role` to the person described. */
  canAssign(role: string, assignment?: Assignment): boolean
  /**
   * Whether this person may change anything in `role`: they may edit it, and some permission in it can
   * take another value than it has now.
   */
  canEdit(role: string): boolean
  /** The values that a tenant may choose for `permission` in `role`, including the present one. */
  allowedValues(role: string, permission: PermissionName): readonly Level[]
  /**
   * Checks an edit of a role, or a proposed new role; an empty list means that it is allowed.
   *
   * `values` is everything that would be stored, as in a snapshot: a permission that it leaves out has
   * the value from which the role starts. A tenant's own role, new or edited, must not hold more than
   * its author may give to a new person (`exceeds-author`). An edit of a catalog role has no such
   * limit: a person who may edit it may choose whatever the catalog unlocks, even more than they hold
   * or may give themselves.
   */
  checkEdit(
    role: string | NewRole,
    values: Readonly<Record<string, RoleValue>>,
  ): readonly Violation[]
}

/**
 * A value in a role, as snapshots write it; with `if`, it is held on records in one of the
 * relations.
 */
export type RoleValue =
  | Level
  | {
      /** The value on records in one of the relations; on all others it is `off`. */
      readonly value: Level
      /** The relations, at least one, of the kind of record that the permission is about. */
      readonly if: readonly string[]
    }

/** The event that listeners receive: a plain frozen object. */
export interface GateEvent {
  /** The state after the change. */
  readonly state: GateState
  /**
   * The permissions whose answer changed, for at least one record where they are about records. A change
   * of the records that a person sees is noticed for the facts that the gate has read so far.
   */
  readonly flipped: readonly PermissionName[]
}

/**
 * The deciding part of a gate: a verified snapshot as one membership sees it.
 *
 * A question only reads: it starts no timer and no job that a zone, a fake clock or a test runner
 * could see. The object is frozen and its methods need no `this`, so they can be taken off
 * (`const { can } = gate`), and state libraries do not wrap or copy it.
 */
export interface GateView {
  /** What the gate can do right now. */
  readonly state: GateState
  /**
   * The number of the snapshot in force; `undefined` without one. Store the highest, before a `clear`,
   * and pass it as `leastSeq` next time.
   */
  readonly seq: number | undefined
  /**
   * A number that changes whenever an answer may have changed: by a load, by `clear`, by time, by a
   * fault of the engine. Use it as the snapshot of an external store for answers that are not stable
   * objects: `explain`, `filter`, `decideAll`. Compare it for equality only.
   */
  readonly version: number
  /** What the person may do with roles. */
  readonly roles: RoleAdministration
  /**
   * Whether the permission holds. It answers at once, without the network, and never throws.
   *
   * For a permission about a record, `record` is required, otherwise the answer is `false`
   * (`record-required`); for any other permission it is ignored. The accessors given to `createGate`
   * read the record's facts.
   */
  can(question: Question, record?: unknown): boolean
  /** The level that can be used, or `off`. A threshold in the question is ignored. */
  level(question: Question, record?: unknown): Level
  /** The same answer as `can`, with the reason, the outcome for the screen, and what is missing. */
  decide(question: Question, record?: unknown): Decision
  /**
   * The same as `decide`, with a trace. It is evaluated anew each time, so do not ask it in every
   * frame.
   */
  explain(question: Question, record?: unknown): Explanation
  /**
   * Whether the permission holds for some possible record, given the filters and the person's groups:
   * for deciding whether to show a whole section.
   */
  maybe(question: Question): boolean
  /**
   * The records for which `can` is `true`, in order, as a new array. `records` is an array or any other
   * iterable, such as a `Set`, and is not changed. A value that is not iterable, or that throws while
   * it is read, gives an empty array.
   */
  filter<T>(question: Question, records: Iterable<T>): T[]
  /**
   * The decisions of all permissions by name, in the catalog's order, as a new object. It is empty until
   * a `load` has started the engine, because the names are not known before.
   *
   * @param record - the record, for permissions that are about one
   * @param kind - its record kind; may be left out if the catalog has only one
   */
  decideAll(record?: unknown, kind?: string): Readonly<Record<string, Decision>>
  /**
   * Calls `listener` after every change of the snapshot, the state or an answer. The change is complete
   * by then, so the listener may ask, load, clear and subscribe. An error that it throws is reported
   * and does not stop other listeners. The number of subscriptions is not limited.
   *
   * `flipped` is about this view's membership. The gate of a person with several memberships has none
   * of its own, so subscribe on a view of {@link Gate.in}.
   *
   * @returns a function that removes the listener; calling it again does nothing
   * @throws TypeError if `listener` is not a function
   */
  subscribe(listener: (event: GateEvent) => void): () => void
}

/**
 * The object that an application holds, made by `createGate`. Its state is `empty` before a `load`.
 *
 * Without {@link Gate.in} it answers for the person's only membership. If there are several, none is
 * the default, and every answer is `unknown-workspace`.
 */
export interface Gate extends GateView {
  /**
   * Verifies a role snapshot and puts it in force. Starts the engine if need be.
   *
   * A refused token changes nothing: the former snapshot stays in force. Loads take effect in the
   * order in which they were called; an older snapshot never replaces a newer one. A `clear` cancels
   * the loads that are in progress.
   *
   * A load of the very text that is in force only compares its times again, so it is cheap to repeat.
   *
   * A load that waits for its catalog does not delay other loads. If a later call has loaded another
   * person's snapshot by then, the waiting load is refused (`ERR_SNAPSHOT_ROLLBACK`).
   *
   * @throws GateError (as a rejection) with the `code` that says why
   */
  load(token: string): Promise<void>
  /**
   * The same gate seen from the membership in `workspace`. The same id always gives the same object,
   * which lives as long as the gate. In a workspace without a membership everything is denied with
   * `unknown-workspace`.
   */
  in(workspace: string): GateView
  /** Takes the snapshot out of force, for example after a sign-out. Its `seq` is remembered. */
  clear(): void
  /**
   * Clears, calls the listeners one last time, and releases everything. Every later `load` is
   * refused.
   */
  dispose(): void
}

/**
 * What an accessor returns: an id; `null` or `''` for an empty fact; `undefined` for an unknown
 * one.
 */
export type Fact = string | null | undefined

/** A person with whom a record is shared. Only own properties are read. */
export interface Collaborator {
  /** The person's id, as in a snapshot's `sub`. */
  readonly id: string
  /** Whether the person may edit. Default `false`. */
  readonly edit?: boolean
}

/**
 * The accessors that read the facts of one kind of record. If an accessor is absent, throws, or returns
 * anything but a string or `null`, the fact is unknown and its relations do not hold. `can` and `filter`
 * call accessors until the answer is certain, and with `strict` all on which it depends.
 */
export interface RecordFacts<T> {
  /** The id of the person who owns the record; it decides `own`. */
  readonly owner?: (record: T) => Fact
  /**
   * The id of the person to whom it is assigned; it decides `mine`, `assigned` and `unassigned`.
   */
  readonly assignee?: (record: T) => Fact
  /** The id of its group; it decides `same-group`. */
  readonly group?: (record: T) => Fact
  /** The id of the workspace to which it belongs; it decides `same-organization`. */
  readonly organization?: (record: T) => Fact
  /** The id of its queue; filters use it. */
  readonly queue?: (record: T) => Fact
  /** The people with whom the record is shared; they decide `shared` and `shared-edit`. */
  readonly collaborators?: (record: T) => readonly (string | Collaborator)[] | null | undefined
}

/** A JSON Web Key Set (RFC 7517 section 5) with Ed25519 public keys. */
export interface JwkSet {
  /** Up to 32 keys; those of other types are ignored. */
  readonly keys: readonly object[]
}

/** A key set or a catalog: at once, as the `Response` that carries it, or as a promise for either. */
export type Arriving<T> = T | FileResponse | PromiseLike<T | FileResponse>

/** A catalog file, byte for byte: its text, or its bytes. */
export type CatalogFile = string | ArrayBuffer | ArrayBufferView

/** How a snapshot names its catalog. */
export interface CatalogName {
  /** The catalog's `id`: lower-case words joined by `-`. */
  readonly id: string
  /**
   * The SHA-256 of the file in base64url: 43 characters that need no escaping in an address or a file
   * name.
   */
  readonly sha256: string
}

/**
 * Finds a catalog that a gate does not hold. It is called only for a catalog that a snapshot with valid
 * signature and claims names, and not again while it is searching for the same one. The catalog that
 * it gives must have that hash; the last 4 are kept. `undefined` or `null` means that there is none
 * (`ERR_CATALOG_MISMATCH`).
 *
 * While it works, the former snapshot stays in force. If it throws or rejects, `load` rejects with
 * `ERR_FETCH_FAILED` and the error as `cause`; a `GateError` is passed on as it is.
 */
export type CatalogFinder = (named: CatalogName) => Arriving<CatalogFile | null | undefined>

/**
 * Gets the key set. It is called before the first load, again after it has failed, and when a snapshot
 * names a key that the set lacks, once in ten seconds at most: a page that stays open then follows a server
 * that changes its key. The former snapshot stays in force meanwhile.
 */
export type KeySetFinder = () => Arriving<JwkSet | string>

/**
 * The options of `createGate`. Only own properties are read, each once; an unknown or wrong option is a
 * `TypeError`.
 */
export interface GateOptions<Records = RegisteredRecords> {
  /**
   * The trusted keys: a JWKS, or its text.
   *
   * A promise or a `Response` is read once, as soon as the gate is made, so that nothing waits for
   * anything else: `keys: fetch('/jwks.json')`. If it fails, every `load` rejects with
   * `ERR_FETCH_FAILED`, and a new gate is needed. The same holds for `catalog`.
   *
   * A function may be called again: `keys: () => fetch('/jwks.json')`.
   */
  readonly keys: Arriving<JwkSet | string> | KeySetFinder
  /** The `iss` a snapshot must carry. */
  readonly issuer: string
  /** The `aud` a snapshot must carry. */
  readonly audience: string
  /**
   * The catalog file, byte for byte, because snapshots name it by its hash. Bytes are copied.
   *
   * A list of up to 16 entries holds several versions, and may include one function that finds others.
   * A page that was opened before or after a release then follows the snapshot that it gets. A function
   * alone finds all catalogs.
   */
  readonly catalog:
    | Arriving<CatalogFile>
    | CatalogFinder
    | readonly (Arriving<CatalogFile> | CatalogFinder)[]
  /** The `sub` a snapshot must carry, if the app knows who is signed in. */
  readonly subject?: string | undefined
  /** The least accepted `seq`, as stored during an earlier visit of the same person. */
  readonly leastSeq?: number | undefined
  /** The tolerated difference between clocks, in whole seconds: 0 to 300, default 60. */
  readonly leeway?: number | undefined
  /** The longest accepted time from `iat` to `exp`, in whole seconds. Default 86,400. */
  readonly maxLifetime?: number | undefined
  /**
   * The accessors that read the facts of records, for each record kind of the catalog. The compiler
   * accepts kinds that {@link Register} lacks; `strict` reports those that the catalog lacks.
   */
  readonly records?: { readonly [K in keyof Records]: RecordFacts<Records[K]> } | undefined
  /**
   * Gives the time in milliseconds since 1970; called for every question. Without it the clock is read
   * by `Date.now` as it was when the package was imported, and a run of questions within one
   * millisecond shares a reading until the running code has finished. While the time is not a plausible
   * number, everything is denied.
   */
  readonly now?: (() => number) | undefined
  /**
   * Whether to fetch and compile the engine, and to read the catalog, only when the first snapshot is
   * loaded, for a page on which that may never happen. By default this begins when the gate is made; if
   * it fails, the first `load` tries again. Default `false`.
   */
  readonly lazy?: boolean | undefined
  /**
   * Reports mistakes of the calling code that would otherwise only show as denials, through
   * `console.error`: each once, at most a hundred, and with what to write instead:
   *
   * - names that the catalog does not have, with the nearest that it has; record kinds in `records`
   *   or `decideAll` that it does not have;
   * - a missing record, a promise in place of one, and for `filter` a value that is not iterable;
   * - an accessor that throws or gives `undefined`, a promise or a wrong type; a fact without an accessor
   *   on which an answer depends;
   * - a workspace that is not an id, or in which the person has no membership; a question to the gate
   *   itself of a person with several;
   * - a role that does not exist, and an assignment of a wrong type.
   *
   * With `true` it also reports, once in a page or process, that the engine's own file was not found, and
   * how to keep it.
   *
   * Names are checked once a `load` has started the engine. Answers stay the same. By default gates report
   * in development: where a tool resolves the package with the condition `development`.
   */
  readonly strict?: boolean | undefined
}
