import { Building2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { LevelCard } from './LevelCard.tsx'
import { supportTexts } from './texts.ts'

/** Settings for everybody: READ shows a card, and WRITE allows changes. */
export function SettingsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(supportTexts)
  return (
    <>
      <PageHeader title={texts.settings} description={texts.settingsLead} />
      <div className="card-grid">
        <LevelCard permission="company" texts={texts.company} />
        <LevelCard permission="organizations" texts={texts.organizations}>
          <GatedButton
            permission="organizations.create"
            label={texts.newOrganization}
            icon={Building2}
            small
            onPress={() => toast(texts.organizationCreated)}
          />
        </LevelCard>
        <LevelCard permission="chat-settings" texts={texts.chat} />
        <LevelCard permission="add-on-settings" texts={texts.addOns} />
        <LevelCard permission="analytics" texts={texts.analytics} />
        <Gated permission="audit-log" title={texts.auditLog}>
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
