import type { Collaborator } from '../index.ts'
import type { Layer, Membership, SnapshotRole } from '../server/types.ts'

/**
 * Who looks at a product, under which plan and when: plain JSON from which a snapshot is signed. Equal
 * scenarios give equal answers.
 *
 * The parts are those of a snapshot, with the same shapes. {@link parseScenario} fills in what is left
 * out, as said below.
 */
export interface Scenario {
  /** The SHA-256 of the catalog file in base64url, as snapshots name it. */
  readonly catalog: string
  /** The person's id, which decides what is theirs. Default `u1`. */
  readonly subject: string
  /** The workspace of the membership. Default `w1`. */
  readonly workspace: string
  /** Ids of roles, the catalog's or those of `customRoles`; several add up. Default none. */
  readonly roles: readonly string[]
  /** Ids of the groups. Default none. */
  readonly groups: readonly string[]
  /** Ids of what the customer has bought. Default nothing. */
  readonly entitlements: readonly string[]
  /** The values above the roles. Default none. */
  readonly layers: readonly Layer[]
  /** Which records the person sees; `[]`, the default, is all. */
  readonly filters: NonNullable<Membership['filters']>
  /** Edits of catalog roles, and the tenant's own roles. Default none. */
  readonly customRoles: readonly SnapshotRole[]
  /** Records to look at, by kind, as their facts. */
  readonly records?: Readonly<Record<string, readonly RecordInScenario[]>> | undefined
  /**
   * The time of the gate in seconds since 1970, in the years 2020 to 2099. It stands still. By default it
   * is the time at which the stage was made.
   */
  readonly at?: number | undefined
}

/** The facts of a record, by name. A fact that is absent is unknown, `null` is empty. */
export interface RecordInScenario {
  /** The id of the person who owns it. */
  readonly owner?: string | null | undefined
  /** The id of the person to whom it is assigned. */
  readonly assignee?: string | null | undefined
  /** The id of its group. */
  readonly group?: string | null | undefined
  /** The id of its workspace. */
  readonly organization?: string | null | undefined
  /** The id of its queue. */
  readonly queue?: string | null | undefined
  /** Those with whom it is shared. */
  readonly collaborators?: readonly (string | Collaborator)[] | null | undefined
}

/** What is wrong with one part of a scenario. */
export interface ScenarioProblem {
  /** The part, as `roles[1]`, `layers[0].from` or `at`. */
  readonly part: string
  /** What was found there, as JSON, shortened to 80 characters; `undefined` where nothing was. */
  readonly found: string | undefined
  /** What is wrong with it, in English, to be read after the part. */
  readonly message: string
  /** The values that the catalog has for this part, all of them; empty where it has no such list. */
  readonly fits: readonly string[]
  /** The one of `fits` that was probably meant. */
  readonly meant: string | undefined
}

/** A scenario that a catalog has accepted, or all that is wrong with it. */
export type ParsedScenario =
  | {
      /** The scenario, complete: nothing of it was changed, only defaults were filled in. */
      readonly scenario: Scenario
      /** None. */
      readonly problems: readonly []
    }
  | {
      /** None: nobody else is shown in its place. */
      readonly scenario: undefined
      /** At least one. */
      readonly problems: readonly [ScenarioProblem, ...ScenarioProblem[]]
    }
