import { useTexts } from '../../../language/LanguageContext.ts'
import { SettingsCard } from '../../../shared/SettingsCard.tsx'
import { adminTexts } from './texts.ts'

export function IntegrationsCard() {
  const texts = useTexts(adminTexts)
  return (
    <SettingsCard
      permission="integrations.manage"
      texts={texts.integrations}
      on={['customers', 'analytics']}
    />
  )
}
