import type { GateOptions } from 'rolegate'
import { createSamples } from './samples.ts'

export interface UserGroup {
  readonly id: string
  readonly name: string
  readonly users: number
}

export interface User {
  readonly id: string
  readonly name: string
  readonly group: string
}

/** What an agent logs on with: the media and skills of a group. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly group: string
  /** The ids of the users from whom it is not withheld. */
  readonly users: readonly string[]
}

export interface Queue {
  readonly id: string
  readonly name: string
  readonly waiting: number
}

export interface Dashboard {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly queue: string
}

/** How the gate reads the facts of these records. */
export const records: NonNullable<GateOptions['records']> = {
  'user-group': { group: ({ id }: UserGroup) => id },
  user: { group: ({ group }: User) => group },
  profile: {
    group: ({ group }: Profile) => group,
    collaborators: ({ users }: Profile) => users,
  },
  queue: { queue: ({ id }: Queue) => id },
  dashboard: {
    group: ({ group }: Dashboard) => group,
    queue: ({ queue }: Dashboard) => queue,
  },
}

export const useUserGroups = createSamples<readonly UserGroup[]>([
  { id: 'admins', name: 'Admins', users: 2 },
  { id: 'leads', name: 'Team leads', users: 3 },
  { id: 'sales', name: 'Sales', users: 9 },
  { id: 'support', name: 'Support', users: 14 },
  { id: 'automated', name: 'Automated agents', users: 2 },
  { id: 'wallboard', name: 'Wallboard', users: 1 },
])

export const useUsers = createSamples<readonly User[]>([
  { id: 'astrid', name: 'Astrid', group: 'admins' },
  { id: 'bram', name: 'Bram', group: 'leads' },
  { id: 'carlos', name: 'Carlos', group: 'sales' },
  { id: 'dunja', name: 'Dunja', group: 'sales' },
  { id: 'emre', name: 'Emre', group: 'support' },
])

export const PROFILES: readonly Profile[] = [
  { id: 'p1', name: 'Phone and chat', group: 'sales', users: ['carlos', 'dunja'] },
  { id: 'p2', name: 'Phone in English', group: 'sales', users: ['dunja'] },
  { id: 'p3', name: 'Second line', group: 'support', users: ['emre'] },
]

export const QUEUES: readonly Queue[] = [
  { id: 'orders', name: 'Orders', waiting: 3 },
  { id: 'returns', name: 'Returns', waiting: 7 },
  { id: 'service', name: 'Service', waiting: 1 },
]

export const DASHBOARDS: readonly Dashboard[] = [
  { id: 'b1', name: 'Sales today', group: 'sales', queue: 'orders' },
  { id: 'b2', name: 'Waiting times', group: 'support', queue: 'service' },
]
