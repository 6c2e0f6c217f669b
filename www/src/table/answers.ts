import type { Level, Outcome, ReasonCode } from 'rolegate'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** What a gate says to one permission, for any record. */
export interface Answer {
  readonly level: Level
  readonly code: ReasonCode
  readonly outcome: Outcome
  /** Whether it is allowed for some records only. */
  readonly isForSome: boolean
}

/** What a cell is, for the eye: each kind has a sign of its own. */
export type CellKind = 'on' | 'read' | 'some' | 'offered' | 'locked' | 'off' | 'open'

/** A scenario whose answers to all permissions of a catalog are asked for. */
export interface Asked {
  readonly catalog: DisplayCatalog
  readonly scenario: Partial<Scenario>
}

/** The answers by permission; or why the catalog refuses the scenario. */
export type Answers =
  | { readonly of: ReadonlyMap<string, Answer>; readonly problem?: undefined }
  | { readonly of?: undefined; readonly problem: string }

/** What the worker is sent: the catalogs' files by their hashes, and scenarios, or that it may stop. */
export type Request =
  | {
      readonly turn: number
      readonly catalogs: Readonly<Record<string, string>>
      readonly scenarios: readonly (Partial<Scenario> & { readonly catalog: string })[]
    }
  | { readonly turn: number; readonly isCancelled: true }

/** What the worker sends back; for each scenario the answers in the order of its catalog. */
export type Reply =
  | {
      readonly turn: number
      readonly columns: readonly (readonly Answer[] | { readonly problem: string })[]
    }
  | { readonly turn: number; readonly failure: string }
