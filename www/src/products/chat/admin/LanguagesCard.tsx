import { useLanguages } from '../data/settings.ts'
import { ManageListCard } from './ManageListCard.tsx'

export function LanguagesCard() {
  return (
    <ManageListCard
      permission="languages.manage"
      title="Languages"
      description="The languages of the chat window."
      noun="a language"
      pitch="Address visitors in their own language."
      data={useLanguages}
    />
  )
}
