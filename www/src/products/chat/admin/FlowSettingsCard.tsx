import { ToggleCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = { 'Start after any form': false, 'Offer a meeting at the end': true }

export function FlowSettingsCard() {
  return (
    <ToggleCard
      permission="flow-settings.manage"
      title="Conversational flows"
      note="What holds for every flow."
      settings={SETTINGS}
    />
  )
}
