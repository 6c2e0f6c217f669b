export { type CatalogProblem, checkCatalog } from './catalog.ts'
export { gateFor, testKeys, tokenFor } from './person.ts'
export {
  gateFixture,
  type Route,
  type Routes,
  servePerson,
} from './runners.ts'
export type { Person, PersonWithGate, TestCatalog } from './types.ts'
