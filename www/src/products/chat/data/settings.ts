import { shared } from '../../../shared/sharedState.ts'

/** A line of a settings list. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly note: string
}

const items = (...names: readonly (readonly [string, string])[]) =>
  shared<readonly Item[]>(names.map(([name, note]) => ({ id: name, name, note })))

export const useWorkspaces = items(['Europe', '14 people'], ['North America', '9 people'])
export const useRules = items(
  ['Fleet requests to one agent', 'Company size over 50'],
  ['Dutch pages to the Utrecht team', 'Language is Dutch'],
)
export const useAccounts = items(
  ['Fjordbud Logistics', 'Owned by Live Agent 2'],
  ['Stad in Beweging', 'Owned by Live Agent 1'],
)
export const useTeams = items(['Fleet', '4 agents'], ['Utrecht', '3 agents'])
export const useAgents = items(
  ['Live Agent 1', 'Live chat and calendar'],
  ['Live Agent 2', 'Live chat'],
  ['Calendar Agent', 'Calendar'],
)
export const useLanguages = items(['English', 'default'], ['Norwegian', 'translated'])
