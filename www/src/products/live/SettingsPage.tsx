import { useTexts } from '../../language/LanguageContext.ts'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { liveTexts } from './texts.ts'

/** The settings for everybody. */
export function SettingsPage() {
  const texts = useTexts(liveTexts)
  return (
    <>
      <PageHeader title={texts.settings} description={texts.settingsLead} />
      <div className="card-grid">
        {Object.entries(texts.cards).map(([permission, card]) => (
          <SettingsCard
            key={permission}
            permission={permission}
            texts={card}
            on={['payment', 'duration', 'calls']}
          />
        ))}
      </div>
    </>
  )
}
