import { readFileSync } from 'node:fs'

/** The part of a catalog that the tests read. */
export interface Catalog {
  readonly areas: readonly {
    readonly id: string
    readonly permissions: readonly {
      readonly id: string
      readonly label: { readonly en: string }
    }[]
  }[]
  readonly roles: readonly { readonly id: string; readonly label: { readonly en: string } }[]
}

/** The text of a catalog of ours, byte for byte. */
export function catalogText(id: string): string {
  return readFileSync(new URL(`../../catalogs/${id}.json`, import.meta.url), 'utf8')
}

export function catalogOf(id: string): Catalog {
  return JSON.parse(catalogText(id)) as Catalog
}

/** The ids of a catalog's permissions, by their names in English. */
export function idsByLabel(id: string): ReadonlyMap<string, string> {
  const permissions = catalogOf(id).areas.flatMap(area => area.permissions)
  return new Map(permissions.map(({ id, label }) => [label.en, id]))
}
