import { useState } from 'react'
import { readCatalog as check } from 'rolegate/preview'
import { useTexts } from '../../language/LanguageContext.ts'
import { firstScenario } from '../../products/people.ts'
import { keepCatalog } from '../../scenario/catalogs.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { startTexts } from './texts.ts'

/** Opens a catalog of the reader's own. */
export function OwnCatalog() {
  const texts = useTexts(startTexts)
  const { go } = useWorkbench()
  const [refusal, setRefusal] = useState('')
  const open = async (text: string) => {
    try {
      await check(text)
      const catalog = await keepCatalog(text)
      const scenario = { ...firstScenario(catalog), catalog: catalog.sha256 }
      go({ product: catalog.id, scenario }, { view: 'look' })
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">{texts.yours}</h2>
      <FileDrop label={texts.drop} help={texts.dropHelp} onText={text => void open(text)} />
      {refusal && (
        <p className="refusal" role="alert">
          <strong>{texts.refused}:</strong> {refusal}
        </p>
      )}
    </section>
  )
}
