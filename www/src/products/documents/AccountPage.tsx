import { Gated } from '../../gate/Gated.tsx'
import { ToggleCard } from '../../shared/SettingsCard.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'

const FEATURES = { 'Several workspaces': true, 'Content locking': false }
const ORGANIZATION = { 'Sign-in with the company account only': false }
const LOG = ['Admin signed in', 'Manager sent an offer', 'Account owner added Contract reviewer']

/** What only the owner of the account does. */
export function AccountPage() {
  return (
    <>
      <PageHead title="Account" note="What concerns the account as a whole." />
      <div className="settings">
        <Gated permission="billing.view" title="Billing">
          <Card title="Billing" note="Next invoice on the first of the month.">
            <p className="count">
              5 <span>licences, 2 of them spare</span>
            </p>
          </Card>
        </Gated>
        <ToggleCard
          permission="add-on-store.manage"
          title="Add-on store"
          note="Features that can be switched on."
          settings={FEATURES}
        />
        <ToggleCard
          permission="organization-settings.manage"
          title="Organization"
          note="What holds for every workspace."
          settings={ORGANIZATION}
        />
        <Gated
          permission="audit-log.view"
          title="Audit log"
          pitch="See who did what in every workspace, for a year back."
        >
          <Card title="Audit log" note="Today">
            <ul className="points">
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
