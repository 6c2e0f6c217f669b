import { scenarioIn, searchOf } from './address.ts'
import type { Scenario } from './scenario.ts'

const NAME = 'rolegate-preview'

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

/** The tab's storage; reading it throws where a person has switched it off. */
function storage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
