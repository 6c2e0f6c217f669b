import { createContext, use } from 'react'
import type { InForce } from '../scenario/Scene.ts'

/** A place in a product: a section, by default the open one, and an item in it, by default none. */
export interface Place {
  readonly section?: string
  readonly item?: string
}

/** Who is shown in a frame, and by which gate. */
export type Shown = Pick<InForce, 'catalog' | 'scenario' | 'gate'>

/** One frame in which a product is shown, and the scenario in force there. */
export interface Pane {
  /** Tells the frames of a page apart. */
  readonly id: string
  readonly inForce: Shown
  readonly section: string
  /** The open item of the section, such as a conversation; empty for none. */
  readonly item: string
  /** The address of another place in the product. */
  readonly href: (place: Place) => string
  readonly go: (place: Place) => void
  /** Opens the explanation of a decision. */
  readonly why: (question: string, record?: object) => void
  /** Replaces the customer's own roles and edits, and so makes another scenario. */
  readonly saveRoles: (roles: InForce['scenario']['customRoles']) => void
  /** Shows the same place with these entitlements, where that can be had. */
  readonly hrefWith?: (entitlements: readonly string[]) => string
  /** Whether what is hidden is drawn, and the address where it is; left out where nothing can draw it. */
  readonly inspect?: { readonly isOn: boolean; readonly href: string }
}

export const PaneContext = createContext<Pane | null>(null)

/** The frame that a component is in; only inside one. */
export function usePane(): Pane {
  const pane = use(PaneContext)
  if (!pane) throw new Error('usePane was called outside a frame')
  return pane
}

/** The scenario in force in the frame: who the person is, and where. */
export function useScenario(): Shown['scenario'] {
  return usePane().inForce.scenario
}
