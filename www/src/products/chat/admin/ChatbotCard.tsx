import { SettingsCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Open automatically on a second visit': true, 'Play a sound': false }

export function ChatbotCard() {
  return (
    <SettingsCard
      permission="chatbot-settings.manage"
      title="Chatbot"
      description="How the chat window looks and behaves."
      settings={SETTINGS}
    />
  )
}
