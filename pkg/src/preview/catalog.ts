import type { CatalogFile, RoleValue } from '../index.ts'
import { readCatalogFile } from '../options.ts'
import type { Labelled } from '../reasons/text.ts'
import { named } from '../server/issuer.ts'

import { tokenFor } from '../testing/person.ts'
import { TextDecoder } from '../text.ts'

/** A permission of a {@link Catalog}. */
export interface CatalogPermission extends Labelled {
  /** `switch` (`off < on`) or `level` (`off < read < write`). */
  readonly values: 'switch' | 'level'
  /** The kind of record that it is about. */
  readonly record?: string
  /** Entitlements, all of which it needs; of a nested list, any. */
  readonly needs?: readonly (string | readonly string[])[]
  /** Present where the value follows from those of others. */
  readonly rule?: object
}

/** An area of a {@link Catalog}. */
export interface CatalogArea extends Labelled {
  /** Its permissions, in order. */
  readonly permissions: readonly CatalogPermission[]
}

/** A role of a {@link Catalog}. */
export interface CatalogRole extends Labelled {
  /** Its values by permission; what is absent is `off`. */
  readonly values?: Readonly<Record<string, RoleValue>>
  /** The other values that a tenant may choose, by permission. */
  readonly unlocked?: Readonly<Record<string, readonly RoleValue[]>>
}

/** A kind of record of a {@link Catalog}. */
export interface CatalogRecord extends Omit<Labelled, 'id'> {
  /** The relations to it that the catalog tells apart. */
  readonly relations: readonly string[]
}

/** An entitlement of a {@link Catalog}. */
export interface CatalogEntitlement extends Labelled {
  /** Ids of the entitlements that come with it. */
  readonly includes?: readonly string[]
}

/**
 * A catalog as a preview shows it: the members of the parsed file, of which those that scenarios are made
 * from have types, with the file and its hash. The core has accepted it.
 */
export interface Catalog {
  /** The file, byte for byte. */
  readonly file: Uint8Array
  /** The SHA-256 of the file in base64url, by which scenarios and snapshots name it. */
  readonly sha256: string
  /** Its id. */
  readonly id: string
  /** Its names, by language. */
  readonly label: Readonly<Record<string, string>>
  /** What customers buy. */
  readonly entitlements?: readonly CatalogEntitlement[]
  /** The layers that a membership may have: `company`, `group`, `user`. */
  readonly layers?: readonly string[]
  /** The filters that a membership may have. */
  readonly filters?: readonly string[]
  /** How many groups every membership has; absent, any number. */
  readonly groups_per_membership?: number
  /** The kinds of records, by id. */
  readonly records?: Readonly<Record<string, CatalogRecord>>
  /** The areas of the product, in order. */
  readonly areas: readonly CatalogArea[]
  /** The roles, in order. */
  readonly roles: readonly CatalogRole[]
  /** Present where tenants may add roles of their own. */
  readonly custom_roles?: {
    /** The roles that a new one may start from; absent, all. */
    readonly bases?: readonly string[]
    /** What the customer must have bought for it; of a nested list, any. */
    readonly needs?: readonly (string | readonly string[])[]
  }
  /** What a role that a tenant adds starts from, by permission; what is absent is `off`. */
  readonly new_role_values?: Readonly<Record<string, RoleValue>>
}

/**
 * Reads a catalog file for previews.
 *
 * @throws GateError (as a rejection) with `ERR_CATALOG_INVALID`, which says what is wrong where; `checkCatalog`
 *   of `rolegate/testing` lists everything that is
 */
export async function readCatalog(file: CatalogFile): Promise<Catalog> {
  const bytes = readCatalogFile(file, 'a catalog must be')
  // Whoever has no membership fits every catalog, so that only the catalog can be refused.
  await tokenFor({ catalog: bytes, memberships: [] })
  const { sha256 } = await named(bytes)
  return Object.freeze({
    ...JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
    file: bytes,
    sha256,
  })
}

/** Everything of a catalog that scenarios refer to, by id. */
export interface CatalogIds {
  readonly roles: readonly string[]
  readonly entitlements: readonly string[]
  readonly permissions: readonly string[]
  readonly kinds: readonly string[]
  readonly layers: readonly string[]
  readonly filters: readonly string[]
}

export function idsOf(catalog: Catalog): CatalogIds {
  const { roles, areas, entitlements = [], records = {}, layers = [], filters = [] } = catalog
  return {
    roles: roles.map(({ id }) => id),
    entitlements: entitlements.map(({ id }) => id),
    permissions: areas.flatMap(({ permissions }) => permissions.map(({ id }) => id)),
    kinds: Object.keys(records),
    layers,
    filters,
  }
}

/**
 * The ids of all entitlements that come with one, and with those in turn; none for an id that the catalog
 * does not have.
 */
export function includedIn(
  id: string,
  catalog: Pick<Catalog, 'entitlements'>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (of: string) => {
    for (const one of catalog.entitlements?.find(({ id }) => id === of)?.includes ?? []) {
      if (found.has(one)) continue
      found.add(one)
      add(one)
    }
  }
  add(id)
  return found
}
