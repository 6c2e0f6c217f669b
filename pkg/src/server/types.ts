import type { CatalogFile, Gate, GateOptions, JwkSet, RoleValue } from '../index.ts'

/** The platform's `Response`, in a program that has its type. */
export type WebResponse = typeof globalThis extends {
  /** The class, where there is one. */
  Response: {
    /** What its instances are. */
    prototype: infer R
  }
}
  ? R
  : unknown

/** What is read of a `Request`. */
export interface WebRequest {
  /** `if-none-match` is read. */
  readonly headers: {
    /** The value of a header, `null` without one. */
    get(name: string): string | null
  }
}

/** A private Ed25519 key as a JWK (RFC 8037), as `rolegate keygen` writes it. */
export interface PrivateJwk {
  /** Always `OKP`. */
  readonly kty: string
  /** Always `Ed25519`. */
  readonly crv: string
  /** The name by which tokens name it. */
  readonly kid: string
  /** The public key, in base64url. */
  readonly x: string
  /** The private key, in base64url. */
  readonly d: string
}

/** What {@link createIssuer} takes. A wrong option is a `TypeError`. */
export interface IssuerOptions {
  /**
   * The private key that signs, as an object or a text. Of a list the first signs, and the public keys
   * of all are in `jwks()`: the next key comes first once all pages have it.
   */
  readonly key: PrivateJwk | string | readonly (PrivateJwk | string)[]
  /** The catalog file, byte for byte. Of a list the first counts, unless `issue` names another. */
  readonly catalog: CatalogFile | readonly CatalogFile[]
  /** The `iss` of every snapshot. */
  readonly issuer: string
  /** The `aud` of every snapshot. */
  readonly audience: string
  /** Seconds until a snapshot expires. Default 600. */
  readonly lifetime?: number | undefined
  /**
   * Whether `respond` keeps a person's token in memory and gives it an `ETag`. While the same is to be
   * said of the person, it is given again for half of the time to its `refresh_after`. Default `false`.
   */
  readonly etag?: boolean | undefined
  /** How the gates of `gate` read the facts of records, as of `createGate`. */
  readonly records?: GateOptions['records']
  /** The time in milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** What a person is in one workspace, as a snapshot writes it. */
export interface Membership {
  /** The workspace's id. */
  readonly workspace: string
  /** Role ids; several add up. */
  readonly roles: readonly string[]
  /** Group ids. */
  readonly groups?: readonly string[] | undefined
  /** Values above the roles. */
  readonly layers?: readonly Layer[] | undefined
  /** Which records the person sees; required where the catalog has filters, `[]` for all. */
  readonly filters?: readonly Readonly<Record<string, readonly string[]>>[] | undefined
}

/** Values that a company, a group or a person sets above the roles. */
export interface Layer {
  /** `company`, `group` or `user`. */
  readonly from: string
  /** The group's id, of a group. */
  readonly id?: string | undefined
  /** Values of permissions. */
  readonly values: Readonly<Record<string, string>>
}

/** A role of the tenant's own, or an edit of a catalog role, as a snapshot writes it. */
export interface SnapshotRole {
  /** Its id. */
  readonly id: string
  /** Its names, of a new role. */
  readonly label?: Readonly<Record<string, string>> | undefined
  /** The catalog role that a new one starts from. */
  readonly based_on?: string | undefined
  /** What differs from what it starts from. */
  readonly values: Readonly<Record<string, RoleValue>>
}

/** What a snapshot says about one person. */
export interface PersonClaims {
  /** The person's id. */
  readonly subject: string
  /** One for each workspace. */
  readonly memberships: readonly Membership[]
  /** What the customer has bought. Default none. */
  readonly entitlements?: readonly string[] | undefined
  /** The tenant's own roles, and edits. Default none. */
  readonly roles?: readonly SnapshotRole[] | undefined
  /**
   * A number that rises with every change. By default the milliseconds since 1970, and always more
   * than that of the snapshot issued before.
   */
  readonly seq?: number | undefined
  /** The SHA-256 of the catalog it is for, in base64url, where the page has another than the first. */
  readonly catalog?: string | undefined
}

/** Signs snapshots. Made by {@link createIssuer}; its methods need no `this`. */
export interface Issuer {
  /**
   * A signed token for the person, which the core has loaded as a page would.
   *
   * @throws GateError (as a rejection) where a page would refuse it; the `code` says why
   */
  issue(person: PersonClaims): Promise<string>
  /**
   * A gate for the person, to decide on a request. It is this request's own, so nothing of another
   * person can be in it; it needs no `dispose`.
   *
   * @throws GateError (as a rejection) as of `issue`
   */
  gate(person: PersonClaims): Promise<Gate>
  /**
   * The answer to a page's request for its token: 200 with the token, 304 where the page has it already,
   * 401 for nobody. No cache may keep it.
   *
   * @throws GateError (as a rejection) as of `issue`
   */
  respond(request: WebRequest, person: PersonClaims | null | undefined): Promise<WebResponse>
  /** The public keys, to serve to pages. */
  jwks(): JwkSet
}
