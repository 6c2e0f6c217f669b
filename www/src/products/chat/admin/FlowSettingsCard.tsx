import { useTexts } from '../../../language/LanguageContext.ts'
import { SettingsCard } from '../../../shared/SettingsCard.tsx'
import { adminTexts } from './texts.ts'

export function FlowSettingsCard() {
  const texts = useTexts(adminTexts)
  return <SettingsCard permission="flow-settings.manage" texts={texts.flows} on={['meeting']} />
}
