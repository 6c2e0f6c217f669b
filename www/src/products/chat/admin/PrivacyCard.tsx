import { ToggleCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Ask before cookies are set': true, 'Forget visitors after 90 days': true }

export function PrivacyCard() {
  return (
    <ToggleCard
      permission="privacy-and-security.manage"
      title="Privacy and security"
      note="What is kept about visitors, and for how long."
      settings={SETTINGS}
    />
  )
}
