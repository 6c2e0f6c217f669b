import { useState } from 'react'
import { type CatalogProblem, checkCatalog } from 'rolegate/testing'
import { useTexts } from '../../language/LanguageContext.ts'
import { SnapshotHint } from '../../shared/SnapshotHint.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import type { ReadFile } from '../../ui/fileText.ts'
import { ProblemList } from '../../ui/ProblemList.tsx'
import { catalogTexts } from './texts.ts'

interface Checked {
  readonly file: ReadFile
  readonly problems: readonly CatalogProblem[] | null
}

/** Checks a file that may be no valid catalog, and so cannot be opened. */
export function FileCheck() {
  const texts = useTexts(catalogTexts)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = async (file: ReadFile) => {
    const problems = await checkCatalog(file.bytes).catch(() => null)
    setChecked({ file, problems })
  }
  return (
    <section className="file-check" aria-labelledby="check">
      <h2 id="check">{texts.check}</h2>
      <FileDrop label={texts.drop} help={texts.dropHelp} onFile={file => void check(file)} />
      <div role="status">
        {checked && (
          <section className="card" aria-label={checked.file.name}>
            <h3>{checked.file.name}</h3>
            <ProblemList problems={checked.problems} />
            <SnapshotHint text={checked.file.text} />
          </section>
        )}
      </div>
    </section>
  )
}
