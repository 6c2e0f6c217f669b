import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { documentsTexts } from './texts.ts'

/** The settings of the account as a whole. */
export function AccountPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  return (
    <>
      <PageHeader title={texts.account} description={texts.accountLead} />
      <div className="card-grid">
        <Gated permission="billing.view" title={texts.billing.title}>
          <Card {...texts.billing}>
            <p className="count">
              5 <span>{texts.licences}</span>
            </p>
          </Card>
        </Gated>
        <SettingsCard permission="add-on-store.manage" texts={texts.store} on={['workspaces']} />
        <SettingsCard permission="organization-settings.manage" texts={texts.organization} />
        <Gated permission="audit-log.view" title={texts.auditLog} pitch={texts.auditPitch}>
          <Card title={texts.auditLog} description={common.today}>
            <ul className="bullet-list">
              {texts.log.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
