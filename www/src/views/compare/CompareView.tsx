import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'

export function CompareView() {
  const names = useTexts(viewNames)
  return <h1>{names['compare']}</h1>
}
