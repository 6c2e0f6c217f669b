export { gateFor, testKeys, tokenFor } from './person.ts'
export {
  gateFixture,
  gateLoader,
  type Loaded,
  type Route,
  type Routes,
  type StoryContext,
  servePerson,
} from './runners.ts'
export type { Person, PersonWithGate, TestCatalog } from './types.ts'
