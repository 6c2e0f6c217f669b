import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { GateOptions } from 'rolegate'
import type { Shown } from '../gate/PaneContext.ts'
import type { Label } from '../scenario/DisplayCatalog.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** A section of a product, with one entry in its navigation. */
export interface Section {
  readonly id: string
  readonly label: Label
  /** The heading in the navigation under which the section is listed. */
  readonly group: Label
  readonly icon: LucideIcon
  /** The permissions that have a control in the section. */
  readonly permissions: readonly string[]
}

/** The screens of a product, by the id of their section. */
export type Pages = Readonly<Record<string, ComponentType>>

/**
 * The ids of what can be opened, by the section in which it is: all there is, whether or not the person may
 * see it. Nothing can be opened in other sections.
 */
export type Items = Readonly<Record<string, (who: Shown) => readonly string[]>>

/** A scenario with a name, to begin with. */
export interface ReadyMade extends Partial<Omit<Scenario, 'catalog'>> {
  readonly label: Label
  readonly subject: string
}

/** Entitlements of which a customer has one: plans, or licences. */
export interface Choice {
  readonly label: Label
  /** Their ids, the smallest first. */
  readonly of: readonly string[]
}

/** How this page shows a product. */
export interface ProductDefinition {
  /** The customer who uses the product. */
  readonly customer: string
  readonly sections: readonly Section[]
  readonly people: readonly ReadyMade[]
  /** The entitlements of which a customer has one; all others are add-ons. */
  readonly choices: readonly Choice[]
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  /** The names of the workspaces by id; left out for a product with a single workspace. */
  readonly workspaces?: Readonly<Record<string, Label>>
}
