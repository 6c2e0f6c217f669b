import { useState } from 'react'
import { readCatalog as check } from 'rolegate/preview'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { firstScenario } from '../../products/people.ts'
import { hrefOf } from '../../scenario/address.ts'
import { keepCatalog, SHIPPED_IDS } from '../../scenario/catalogs.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { allOpened, keptVersion } from '../../scenario/opened.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProductChanges } from './ProductChanges.tsx'
import { startTexts } from './texts.ts'

/** Opens a catalog of the reader's own, or one that was opened before. */
export function OwnCatalog() {
  const texts = useTexts(startTexts)
  const label = useLabels()
  const { go } = useWorkbench()
  const [refusal, setRefusal] = useState('')
  const [kept] = useState(ownCatalogs)
  const open = async (text: string) => {
    try {
      await check(text)
      const catalog = await keepCatalog(text)
      go({ product: catalog.id, scenario: firstOf(catalog) }, { view: 'look' })
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
      <ul className="own-catalogs">
        {kept.map(catalog => (
          <li key={catalog.id}>
            <a href={hrefOf('look', { product: catalog.id, scenario: firstOf(catalog) })}>
              {label(catalog.label)}
            </a>
            <ProductChanges catalog={catalog} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function firstOf(catalog: DisplayCatalog) {
  return { ...firstScenario(catalog), catalog: catalog.sha256 }
}

/** The catalogs of the reader's own that are kept in this browser. */
function ownCatalogs(): readonly DisplayCatalog[] {
  return allOpened()
    .filter(({ id }) => !SHIPPED_IDS.includes(id))
    .flatMap(({ sha256 }) => keptVersion(sha256) ?? [])
}
