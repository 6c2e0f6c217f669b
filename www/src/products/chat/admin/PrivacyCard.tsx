import { useTexts } from '../../../language/LanguageContext.ts'
import { SettingsCard } from '../../../shared/SettingsCard.tsx'
import { adminTexts } from './texts.ts'

export function PrivacyCard() {
  const texts = useTexts(adminTexts)
  return (
    <SettingsCard
      permission="privacy-and-security.manage"
      texts={texts.privacy}
      on={['cookies', 'delete']}
    />
  )
}
