import { createStage, type Scenario } from 'rolegate/preview'
import { catalogText } from '../catalogs.ts'

export const CATALOGS = [
  'adobe-dynamic-chat',
  'pandadoc',
  'userlike',
  'puzzel',
  'aivo-live',
] as const

export interface CatalogFile {
  readonly roles: readonly { readonly id: string }[]
  readonly entitlements?: readonly { readonly id: string }[]
  readonly groups_per_membership?: number
  readonly areas: readonly { readonly permissions: readonly { readonly id: string }[] }[]
}

export function fileOf(id: string): CatalogFile {
  return JSON.parse(catalogText(id)) as CatalogFile
}

export function permissionsOf(id: string): readonly string[] {
  return fileOf(id).areas.flatMap(({ permissions }) => permissions.map(permission => permission.id))
}

/** Somebody with one role, with everything bought or with nothing. */
export function personOf(id: string, role: string, hasAll: boolean): Partial<Scenario> {
  const { entitlements = [], groups_per_membership = 0 } = fileOf(id)
  return {
    roles: [role],
    groups: Array.from({ length: groups_per_membership }, (_, index) => `g${index + 1}`),
    entitlements: hasAll ? entitlements.map(entitlement => entitlement.id) : [],
  }
}

/** A stage for a catalog of ours; it decides with the very engine of the page. */
export function stageOf(id: string): ReturnType<typeof createStage> {
  return createStage({ catalogs: [catalogText(id)] })
}
