import { Gated } from '../../gate/Gated.tsx'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const FEATURES = { 'Several workspaces': true, 'Content locking': false }
const ORGANIZATION = { 'Sign-in with the company account only': false }
const LOG = ['Admin signed in', 'Manager sent an offer', 'Account owner added Contract reviewer']

/** The settings of the account as a whole. */
export function AccountPage() {
  return (
    <>
      <PageHeader title="Account" description="Settings of the account as a whole." />
      <div className="card-grid">
        <Gated permission="billing.view" title="Billing">
          <Card title="Billing" description="Next invoice on the first of the month.">
            <p className="count">
              5 <span>licences, 2 of them unused</span>
            </p>
          </Card>
        </Gated>
        <SettingsCard
          permission="add-on-store.manage"
          title="Add-on store"
          description="Features that can be turned on."
          settings={FEATURES}
        />
        <SettingsCard
          permission="organization-settings.manage"
          title="Organization"
          description="Settings for every workspace."
          settings={ORGANIZATION}
        />
        <Gated
          permission="audit-log.view"
          title="Audit log"
          pitch="See who did what in every workspace over the last year."
        >
          <Card title="Audit log" description="Today">
            <ul className="bullet-list">
              {LOG.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
