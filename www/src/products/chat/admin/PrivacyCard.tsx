import { SettingsCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Ask before setting cookies': true, 'Delete visitor data after 90 days': true }

export function PrivacyCard() {
  return (
    <SettingsCard
      permission="privacy-and-security.manage"
      title="Privacy and security"
      description="What is stored about visitors, and for how long."
      settings={SETTINGS}
    />
  )
}
