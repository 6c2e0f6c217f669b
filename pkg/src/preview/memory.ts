import { scenarioIn, searchOf } from './address.ts'
import type { Scenario } from './scenario.ts'

const NAME = 'rolegate-preview'
const SIDE = 'rolegate-preview-side'

/** What this tab showed last; `undefined` where it showed nobody else. */
export function kept(): unknown {
  const text = storage()?.getItem(NAME)
  return text ? scenarioIn(text).value : undefined
}

/** Keeps what this tab shows for as long as the tab lives. */
export function keep(scenario: Scenario | undefined): void {
  if (scenario) storage()?.setItem(NAME, searchOf(scenario))
  else storage()?.removeItem(NAME)
}

/** The lower corner of the page that has the panel. */
export type Side = 'left' | 'right'

export function isSide(value: string | null | undefined): value is Side {
  return value === 'left' || value === 'right'
}

/** Where the person of this tab has moved the panel. */
export function keptSide(): Side | undefined {
  const side = storage()?.getItem(SIDE)
  return isSide(side) ? side : undefined
}

/** Keeps that for as long as the tab lives. */
export function keepSide(side: Side): void {
  storage()?.setItem(SIDE, side)
}

/** The tab's storage; reading it throws where a person has switched it off. */
function storage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
