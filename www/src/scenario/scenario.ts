import type { Scenario } from 'rolegate/preview'

export type { Scenario, ScenarioProblem } from 'rolegate/preview'

export type Layer = Scenario['layers'][number]
export type Filter = Scenario['filters'][number]

/** An edit of a role of the catalog, or a role that the customer adds. */
export type SnapshotRole = Scenario['customRoles'][number]
