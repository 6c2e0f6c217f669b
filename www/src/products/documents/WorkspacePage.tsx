import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const GENERAL = { 'Number documents by year': true, 'Remind recipients after three days': true }
const BRANDING = { 'Logo on every page': true, 'Brand colours in emails': false }
const APPROVAL = {
  'Offers over 10,000 need approval': true,
  'Contracts always need approval': false,
}
const INTEGRATIONS = { 'Customer database': true, 'File storage': false }
const LOCKING = { 'Lock prices in templates': false }
const DEVELOPERS = { 'Sandbox key': true, 'Production key': false }

/** The settings of the workspace. */
export function WorkspacePage() {
  return (
    <>
      <PageHeader title="Workspace" description="Settings for everybody in this workspace." />
      <div className="card-grid">
        <SettingsCard
          permission="workspace-settings.edit"
          title="General"
          description="Settings for every document."
          settings={GENERAL}
        />
        <SettingsCard
          permission="workspace-branding.edit"
          title="Branding"
          description="How documents and emails look."
          settings={BRANDING}
        />
        <SettingsCard
          permission="approval-workflow.manage"
          title="Approval workflow"
          description="What needs approval before it is sent."
          pitch="Have offers and contracts approved before they are sent."
          settings={APPROVAL}
        />
        <SettingsCard
          permission="content-blocks.restrict"
          title="Content locking"
          description="Blocks that nobody may change."
          pitch="Keep agreed prices and terms, whoever writes the document."
          settings={LOCKING}
        />
        <SettingsCard
          permission="integrations.manage"
          title="Integrations"
          description="Where documents are forwarded."
          settings={INTEGRATIONS}
        />
        <SettingsCard
          permission="developer-dashboard.view"
          title="Developers"
          description="API keys for your own programs."
          settings={DEVELOPERS}
        />
      </div>
    </>
  )
}
