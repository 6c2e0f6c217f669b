import { createSamples } from './samples.ts'

/** An entry of a settings list. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly description: string
}

const createItems = (...entries: readonly (readonly [string, string])[]) =>
  createSamples<readonly Item[]>(
    entries.map(([name, description]) => ({ id: name, name, description })),
  )

export const useWorkspaces = createItems(['Europe', '14 people'], ['North America', '9 people'])
export const useRules = createItems(
  ['Fleet requests to one agent', 'Company size over 50'],
  ['Dutch pages to the Utrecht team', 'Language is Dutch'],
)
export const useAccounts = createItems(
  ['Fjordbud Logistics', 'Owned by Live Agent 2'],
  ['Stad in Beweging', 'Owned by Live Agent 1'],
)
export const useTeams = createItems(['Fleet', '4 agents'], ['Utrecht', '3 agents'])
export const useAgents = createItems(
  ['Live Agent 1', 'Live chat and calendar'],
  ['Live Agent 2', 'Live chat'],
  ['Calendar Agent', 'Calendar'],
)
export const useLanguages = createItems(['English', 'default'], ['Norwegian', 'translated'])
