import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'

export function WhatIfView() {
  const names = useTexts(viewNames)
  return <h1>{names['what-if']}</h1>
}
