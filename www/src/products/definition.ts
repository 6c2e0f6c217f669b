import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { GateOptions } from 'rolegate'

/** A section of a product, with one entry in its navigation. */
export interface Section {
  readonly id: string
  readonly label: string
  /** The heading in the navigation under which the section is listed. */
  readonly group: string
  readonly icon: LucideIcon
  /** The permissions that have a control in the section. */
  readonly permissions: readonly string[]
  readonly page: ComponentType
}

/** How this page shows a product. */
export interface ProductDefinition {
  /** The customer who uses the product. */
  readonly customer: string
  readonly sections: readonly Section[]
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  /** The names of the workspaces by id; left out for a product with a single workspace. */
  readonly workspaces?: Readonly<Record<string, string>>
}
