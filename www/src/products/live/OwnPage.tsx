import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { liveTexts } from './texts.ts'

/** What everybody has of their own. */
export function OwnPage() {
  const texts = useTexts(liveTexts)
  return (
    <>
      <PageHeader title={texts.own} description={texts.ownLead} />
      <div className="card-grid">
        <SettingsCard permission="own-status.edit" texts={texts.status} on={['connected']} />
        <SettingsCard permission="own-profile.edit" texts={texts.profile} on={['photo']} />
        <Gated permission="login.open-metrics-dashboard" title={texts.firstPage.title}>
          <Card {...texts.firstPage} />
        </Gated>
        <Gated permission="break-requests.view" title={texts.breaks.title}>
          <Card {...texts.breaks} />
        </Gated>
        <Gated permission="help-center.view" title={texts.help.title}>
          <Card {...texts.help} />
        </Gated>
      </div>
    </>
  )
}
