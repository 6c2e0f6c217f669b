import { SettingsCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Customer database': true, 'Web analytics': true, 'Team messenger': false }

export function IntegrationsCard() {
  return (
    <SettingsCard
      permission="integrations.manage"
      title="Integrations"
      description="Where conversations and leads are forwarded."
      settings={SETTINGS}
    />
  )
}
