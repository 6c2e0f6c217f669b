import { ToggleCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Customer database': true, 'Web analytics': true, 'Team messenger': false }

export function IntegrationsCard() {
  return (
    <ToggleCard
      permission="integrations.manage"
      title="Integrations"
      note="Where conversations and leads are sent on to."
      settings={SETTINGS}
    />
  )
}
