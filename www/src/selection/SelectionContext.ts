import { createContext, use } from 'react'
import type { Demo, Membership, Package, Person, Product } from '../demo/api.ts'
import type { Route } from './route.ts'

/** What is being looked at: the product, the person and the package that the bar names. */
export interface Scene {
  readonly demo: Demo
  readonly product: Product
  readonly person: Person
  readonly package: Package
  /** What the person is in the workspace looked into. */
  readonly membership: Membership
  readonly route: Route
}

export const DemoContext = createContext<Scene | null>(null)

/** The scene; only for what stands below it. */
export function useScene(): Scene {
  const scene = use(DemoContext)
  if (!scene) throw new Error('useScene is used outside a DemoContext')
  return scene
}
