import { useTexts } from '../../../language/LanguageContext.ts'
import { useLanguages } from '../data/settings.ts'
import { ManageListCard } from './ManageListCard.tsx'
import { adminTexts } from './texts.ts'

export function LanguagesCard() {
  const texts = useTexts(adminTexts)
  return (
    <ManageListCard texts={texts.languages} permission="languages.manage" data={useLanguages} />
  )
}
