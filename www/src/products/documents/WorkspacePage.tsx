import { useTexts } from '../../language/LanguageContext.ts'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { documentsTexts } from './texts.ts'

/** The settings of the workspace. */
export function WorkspacePage() {
  const texts = useTexts(documentsTexts)
  return (
    <>
      <PageHeader title={texts.workspace} description={texts.workspaceLead} />
      <div className="card-grid">
        <SettingsCard
          permission="workspace-settings.edit"
          texts={texts.general}
          on={['number', 'remind']}
        />
        <SettingsCard permission="workspace-branding.edit" texts={texts.branding} on={['logo']} />
        <SettingsCard
          permission="approval-workflow.manage"
          texts={texts.approval}
          on={['offers']}
        />
        <SettingsCard permission="content-blocks.restrict" texts={texts.locking} />
        <SettingsCard
          permission="integrations.manage"
          texts={texts.integrations}
          on={['customers']}
        />
        <SettingsCard
          permission="developer-dashboard.view"
          texts={texts.developers}
          on={['sandbox']}
        />
      </div>
    </>
  )
}
