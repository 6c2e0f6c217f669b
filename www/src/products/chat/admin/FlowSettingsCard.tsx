import { SettingsCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Start after any form': false, 'Offer a meeting at the end': true }

export function FlowSettingsCard() {
  return (
    <SettingsCard
      permission="flow-settings.manage"
      title="Conversational flows"
      description="Settings for every flow."
      settings={SETTINGS}
    />
  )
}
