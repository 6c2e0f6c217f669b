import { useTexts } from '../../../language/LanguageContext.ts'
import { SettingsCard } from '../../../shared/SettingsCard.tsx'
import { adminTexts } from './texts.ts'

export function ChatbotCard() {
  const texts = useTexts(adminTexts)
  return <SettingsCard permission="chatbot-settings.manage" texts={texts.chatbot} on={['open']} />
}
