import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'

export function SnapshotView() {
  const names = useTexts(viewNames)
  return <h1>{names['snapshot']}</h1>
}
