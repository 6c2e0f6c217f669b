import { Gated } from '../../gate/Gated.tsx'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** What everybody has of their own. */
export function OwnPage() {
  return (
    <>
      <PageHeader title="Own profile" description="Your status, your data, and help." />
      <div className="card-grid">
        <SettingsCard
          permission="own-status.edit"
          title="Status"
          description="Whether you get conversations."
          settings={{ Connected: true }}
        />
        <SettingsCard
          permission="own-profile.edit"
          title="Profile"
          description="Your data."
          settings={{ 'Show my photo to customers': true }}
        />
        <Gated permission="login.open-metrics-dashboard" title="First page">
          <Card title="First page" description="You land on the metrics dashboard at login." />
        </Gated>
        <Gated permission="break-requests.view" title="Breaks">
          <Card title="Breaks" description="Caio asks for a break at 12:30." />
        </Gated>
        <Gated permission="help-center.view" title="Help Center">
          <Card title="Help Center" description="How to answer, step by step." />
        </Gated>
      </div>
    </>
  )
}
