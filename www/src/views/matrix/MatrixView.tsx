import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'

export function MatrixView() {
  const names = useTexts(viewNames)
  return <h1>{names['matrix']}</h1>
}
