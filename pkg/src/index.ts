/**
 * The gate, its answers and its errors. In browsers the engine is fetched from beside the script; in Node
 * it is read from disk.
 *
 * @module rolegate
 */

export { GateError, type GateErrorCode, isGateError } from './errors.ts'
export { createGate } from './gate.ts'
export type { FileResponse } from './late.ts'
export { preload } from './preload.ts'
export type {
  Arriving,
  Assignment,
  CatalogFile,
  CatalogFinder,
  CatalogName,
  Change,
  Collaborator,
  Decision,
  Explanation,
  Fact,
  Gate,
  GateEvent,
  GateOptions,
  GateState,
  GateView,
  JwkSet,
  KeySetFinder,
  LayerKind,
  Level,
  Missing,
  NewRole,
  Outcome,
  PermissionName,
  Question,
  ReasonCode,
  RecordFacts,
  Register,
  RegisteredRecords,
  RoleAdministration,
  RoleValue,
  Step,
  Violation,
  ViolationCode,
} from './types.ts'
