import { useLanguages } from '../data/settings.ts'
import { AddableCard } from './ManageListCard.tsx'

export function LanguagesCard() {
  return (
    <AddableCard
      permission="languages.manage"
      title="Languages"
      note="What the chat window speaks."
      thing="a language"
      pitch="Speak to visitors in their own language, translated once."
      data={useLanguages}
    />
  )
}
