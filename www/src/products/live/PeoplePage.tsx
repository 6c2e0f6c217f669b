import { Camera, ShieldPlus, UserPlus } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'

const AGENTS = ['Beatriz', 'Caio', 'Davi'] as const
const LOG = ['Administrator added Davi', 'Supervisor-Agent changed the role of Caio']

/** The users, their roles, and the log of changes. */
export function PeoplePage() {
  return (
    <>
      <PageHeader title="Users" description="Who works here, and as what.">
        <GatedButton
          permission="users.assign-administrator"
          label="Make an administrator"
          icon={ShieldPlus}
          onPress={() => toast('Beatriz is an administrator now')}
        />
        <GatedButton
          permission="users.manage"
          label="Add a user"
          icon={UserPlus}
          variant="solid"
          onPress={() => toast('A user was added')}
        />
      </PageHeader>
      <div className="columns">
        <Gated permission="users.manage" title="Users">
          <ul className="rows card">
            {AGENTS.map(name => (
              <li key={name}>
                <Avatar name={name} size={34} />
                <div className="row-text">
                  <strong>{name}</strong>
                  <span>Agent</span>
                </div>
                <GatedButton
                  permission="agent-photos.edit"
                  label="Change photo"
                  name={`Change photo of ${name}`}
                  icon={Camera}
                  small
                  onPress={() => toast('The photo was changed')}
                />
              </li>
            ))}
          </ul>
        </Gated>
        <Gated permission="change-log.view" title="Change log">
          <Card title="Change log" description="Today">
            <ul className="bullet-list">
              {LOG.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </Gated>
        <Gated permission="roles.manage" title="Roles and permissions">
          <Card title="Roles and permissions" description="Roles of your own, on request." />
        </Gated>
        <Gated permission="groups.manage" title="Groups">
          <Card title="Groups" description="Delivery, Payment, Everything else" />
        </Gated>
        <Gated permission="clients.view" title="Clients">
          <Card title="Clients" description="412 customers were served in Live." />
        </Gated>
      </div>
    </>
  )
}
