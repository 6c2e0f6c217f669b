import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { GateOptions } from 'rolegate'

/** One entry of a product's navigation, and the permissions whose controls are on its page. */
export interface Section {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly icon: LucideIcon
  readonly permissions: readonly string[]
  readonly page: ComponentType
}

/** A product as this page shows it. */
export interface Face {
  /** The customer whose back office this is. */
  readonly customer: string
  readonly sections: readonly Section[]
  /** How the facts of its records are read. */
  readonly records: NonNullable<GateOptions['records']>
  /** What its workspaces are called. */
  readonly workspaces?: Readonly<Record<string, string>>
}
