import type { Pages } from '../definition.ts'
import { AdministrationPage } from './AdministrationPage.tsx'
import { AgentPage } from './AgentPage.tsx'
import { MachinesPage } from './MachinesPage.tsx'
import { TrafficPage } from './TrafficPage.tsx'
import { UserGroupsPage } from './UserGroupsPage.tsx'
import { UsersPage } from './UsersPage.tsx'

/** The screens of the product, by the id of their section. */
export const pages: Pages = {
  'user-groups': UserGroupsPage,
  users: UsersPage,
  queues: TrafficPage,
  administration: AdministrationPage,
  agent: AgentPage,
  machines: MachinesPage,
}
