import { ToggleCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Open by itself on a second visit': true, 'Play a sound': false }

export function ChatbotCard() {
  return (
    <ToggleCard
      permission="chatbot-settings.manage"
      title="Chatbot"
      note="How the chat window looks and behaves."
      settings={SETTINGS}
    />
  )
}
