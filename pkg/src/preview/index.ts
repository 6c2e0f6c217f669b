export { type ScenarioInSearch, SEARCH_PARAMETERS, scenarioIn, searchOf } from './address.ts'
export { answerWorkbench, type WorkbenchOptions } from './bridge/app.ts'
export type { GateOnScreen, Rectangle } from './bridge/messages.ts'
export {
  type AppConnection,
  type AppFrame,
  connectApp,
  type FramedApp,
} from './bridge/workbench.ts'
export {
  type Catalog,
  type CatalogArea,
  type CatalogEntitlement,
  type CatalogPermission,
  type CatalogRecord,
  type CatalogRole,
  includedIn,
  readCatalog,
} from './catalog.ts'
export { unverifiedScenarios } from './claims.ts'
export { type NewRole, newRole } from './new-role.ts'
export { type MountOptions, mountPreview } from './panel/mount.ts'
export { parseScenario } from './parse.ts'
export {
  type LoadedGate,
  type Preview,
  type PreviewableGate,
  type PreviewableOptions,
  previewable,
} from './previewable.ts'
export type { ParsedScenario, RecordInScenario, Scenario, ScenarioProblem } from './scenario.ts'
export { createStage, type Showing, type Stage, type StageOptions } from './stage.ts'
