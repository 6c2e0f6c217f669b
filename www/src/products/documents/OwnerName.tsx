import { useScenario } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { NAMES } from './data.ts'
import { useSamples } from './samples.ts'
import { documentsTexts } from './texts.ts'

/** The name of an owner, or “Yours”. */
export function OwnerName({ owner }: { readonly owner: string }) {
  const texts = useTexts(documentsTexts)
  const names = useSamples(NAMES)
  const { subject } = useScenario()
  if (owner === subject) return <span>{texts.yours}</span>
  return <span>{names[owner] ?? owner}</span>
}
