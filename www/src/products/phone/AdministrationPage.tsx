import { Gated } from '../../gate/Gated.tsx'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const ACCESS = ['Astrid signed in at 08:02', 'Bram signed in at 08:47']
const CHANGES = ['Astrid added the queue Returns', 'Astrid moved Carlos to Sales']

/** The page group Administration, and the two logs. */
export function AdministrationPage() {
  return (
    <>
      <PageHeader title="Administration" description="Settings of the company as a whole." />
      <div className="card-grid">
        <Gated permission="administration-portal.view" title="Company">
          <Card title="Company" description="Halden Cycles, 31 users in 6 groups." />
        </Gated>
        <Gated permission="administration.view" title="Administration">
          <SettingsCard
            permission="company.edit"
            title="Settings"
            description="Inherited by every user group."
            settings={{ 'Pause after each call': true, 'Show the caller’s number': true }}
          />
        </Gated>
        <SettingsCard
          permission="resource-filters.manage"
          title="Resource filters"
          description="Which groups and queues an administrator sees."
          settings={{ 'Team leads see their own groups only': true }}
        />
        <Gated permission="user-groups.supervise" title="Supervised groups">
          <Card title="Supervised groups" description="The groups that your filters leave." />
        </Gated>
        <LogCard permission="access-log.view" title="Access log" lines={ACCESS} />
        <LogCard permission="change-log.view" title="Change log" lines={CHANGES} />
      </div>
    </>
  )
}

interface LogProps {
  readonly permission: string
  readonly title: string
  readonly lines: readonly string[]
}

function LogCard({ permission, title, lines }: LogProps) {
  return (
    <Gated permission={permission} title={title}>
      <Card title={title} description="Today">
        <ul className="bullet-list">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </Gated>
  )
}
