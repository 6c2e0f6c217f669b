import { SettingsCard } from '../../../shared/SettingsCard.tsx'

const SETTINGS = {
  'Draft responses every night': true,
  'Show visitors that a response is generated': true,
}

export function GenerativeAiCard() {
  return (
    <SettingsCard
      permission="generative-ai-settings.manage"
      title="Generative AI"
      description="What may be generated, and who is informed."
      pitch="Choose what may be generated from your own texts, and how visitors are informed."
      settings={SETTINGS}
    />
  )
}
