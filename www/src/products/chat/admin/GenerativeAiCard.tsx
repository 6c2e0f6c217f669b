import { ToggleCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = {
  'Draft responses every night': true,
  'Show visitors that a response is generated': true,
}

export function GenerativeAiCard() {
  return (
    <ToggleCard
      permission="generative-ai-settings.manage"
      title="Generative AI"
      note="What may be generated, and who is told."
      pitch="Choose what may be generated from your own texts, and how visitors are told."
      settings={SETTINGS}
    />
  )
}
