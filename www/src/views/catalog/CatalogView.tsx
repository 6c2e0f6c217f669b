import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'

export function CatalogView() {
  const names = useTexts(viewNames)
  return <h1>{names['catalog']}</h1>
}
