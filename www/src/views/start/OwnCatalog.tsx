import { useState } from 'react'
import { type CatalogProblem, checkCatalog } from 'rolegate/testing'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { firstScenario } from '../../products/people.ts'
import { hrefOf, OF_ONE_PRODUCT } from '../../scenario/address.ts'
import { keepCatalog, SHIPPED_IDS } from '../../scenario/catalogs.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { allOpened, keptVersion } from '../../scenario/opened.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { SnapshotHint } from '../../shared/SnapshotHint.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import type { ReadFile } from '../../ui/fileText.ts'
import { ProblemList } from '../../ui/ProblemList.tsx'
import { ProductChanges } from './ProductChanges.tsx'
import { startTexts } from './texts.ts'

/** A file that is no catalog, and why. */
interface Refused {
  readonly file: ReadFile
  readonly problems: readonly CatalogProblem[] | null
}

/** Opens a catalog of the reader's own, or one that was opened before. */
export function OwnCatalog() {
  const texts = useTexts(startTexts)
  const label = useLabels()
  const { go } = useWorkbench()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [kept] = useState(ownCatalogs)
  const open = async (file: ReadFile) => {
    const problems = await checkCatalog(file.bytes).catch(() => null)
    if (problems?.length !== 0) return setRefused({ file, problems })
    const catalog = await keepCatalog(file.text)
    const parts = { product: catalog.id, scenario: firstOf(catalog) }
    go({ ...OF_ONE_PRODUCT, ...parts }, { view: 'look' })
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own" tabIndex={-1}>
        {texts.yours}
      </h2>
      <FileDrop label={texts.drop} help={texts.dropHelp} onFile={file => void open(file)} />
      <div role="status">
        {refused && (
          <section className="card refusal" aria-label={refused.file.name}>
            <h3>{texts.refused(refused.file.name)}</h3>
            <ProblemList problems={refused.problems} />
            <SnapshotHint text={refused.file.text} />
          </section>
        )}
      </div>
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
