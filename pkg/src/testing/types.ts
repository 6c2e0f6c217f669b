import type { CatalogFile, GateOptions, RegisteredRecords } from '../index.ts'
import type { Layer, Membership, PrivateJwk, SnapshotRole } from '../server/index.ts'

/** A catalog: the file's text or bytes, or what it is parsed to, as an import of JSON gives it. */
export type TestCatalog =
  | CatalogFile
  | {
      /** The version of the format, among everything else. */
      readonly format: number
    }

/** Who is asked about, and when; what is left out has a plain value. */
export interface Person {
  /** The catalog. */
  readonly catalog: TestCatalog
  /** The ids of the roles that the person holds. Default none. */
  readonly roles?: readonly string[] | undefined
  /** The workspace in which they hold them. Default `w1`. */
  readonly workspace?: string | undefined
  /** The groups there. Default none. */
  readonly groups?: readonly string[] | undefined
  /** The values above the roles there. Default none. */
  readonly layers?: readonly Layer[] | undefined
  /** The filters there. Default none, so that every record is seen. */
  readonly filters?: Membership['filters']
  /** In place of the five above, for a person with several memberships, or none. */
  readonly memberships?: readonly Membership[] | undefined
  /** What the customer has bought. Default nothing. */
  readonly entitlements?: readonly string[] | undefined
  /** The tenant's own roles, and edits of catalog roles. Default none. */
  readonly customRoles?: readonly SnapshotRole[] | undefined
  /** The person's id. Default `u1`. */
  readonly subject?: string | undefined
  /** The number of the snapshot. By default it rises with every one. */
  readonly seq?: number | undefined
  /** Default `rolegate-test`. */
  readonly issuer?: string | undefined
  /** Default `rolegate-test`. */
  readonly audience?: string | undefined
  /** Seconds until the snapshot expires. Default 3,600. */
  readonly lifetime?: number | undefined
  /**
   * The time in milliseconds since 1970: a number stands still, a function may move on. Default
   * `Date.now`, which fake clocks move.
   */
  readonly now?: number | (() => number) | undefined
  /** The key that signs, where a server's own gate has to trust it. By default one made for tests. */
  readonly key?: PrivateJwk | string | undefined
}

/** What {@link gateFor} takes: a person, and what the gate needs besides. */
export interface PersonWithGate<Records = RegisteredRecords>
  extends Person,
    Pick<GateOptions<Records>, 'records' | 'leeway' | 'strict'> {}
