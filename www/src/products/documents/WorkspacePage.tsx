import { ToggleCard } from '../../shared/SettingsCard.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'

const GENERAL = { 'Number documents by year': true, 'Remind recipients after three days': true }
const BRANDING = { 'Logo on every page': true, 'Own colours in emails': false }
const APPROVAL = {
  'Offers over 10,000 need approval': true,
  'Contracts always need approval': false,
}
const INTEGRATIONS = { 'Customer database': true, 'File storage': false }
const LOCKING = { 'Lock prices in templates': false }
const DEVELOPERS = { 'Sandbox key': true, 'Production key': false }

/** How the workspace works for everybody in it. */
export function WorkspacePage() {
  return (
    <>
      <PageHead title="Workspace" note="How it works for everybody in this workspace." />
      <div className="settings">
        <ToggleCard
          permission="workspace-settings.edit"
          title="General"
          note="What holds for every document."
          settings={GENERAL}
        />
        <ToggleCard
          permission="workspace-branding.edit"
          title="Branding"
          note="How documents and emails look."
          settings={BRANDING}
        />
        <ToggleCard
          permission="approval-workflow.manage"
          title="Approval workflow"
          note="What must be approved before it is sent."
          pitch="Have offers and contracts approved before they leave the house."
          settings={APPROVAL}
        />
        <ToggleCard
          permission="content-blocks.restrict"
          title="Content locking"
          note="Which blocks nobody may change."
          pitch="Keep prices and terms as they were agreed, whoever writes the document."
          settings={LOCKING}
        />
        <ToggleCard
          permission="integrations.manage"
          title="Integrations"
          note="Where documents are sent on to."
          settings={INTEGRATIONS}
        />
        <ToggleCard
          permission="developer-dashboard.view"
          title="Developers"
          note="Keys for programs of your own."
          settings={DEVELOPERS}
        />
      </div>
    </>
  )
}
