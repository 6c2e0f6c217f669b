import { useTexts } from '../../../language/LanguageContext.ts'
import { SettingsCard } from '../../../shared/SettingsCard.tsx'
import { adminTexts } from './texts.ts'

export function GenerativeAiCard() {
  const texts = useTexts(adminTexts)
  return (
    <SettingsCard
      permission="generative-ai-settings.manage"
      texts={texts.generativeAi}
      on={['draft', 'tell']}
    />
  )
}
