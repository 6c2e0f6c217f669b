import { useState } from 'react'
import { type CatalogProblem, checkCatalog } from 'rolegate/testing'
import { useTexts } from '../../language/LanguageContext.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemList } from '../../ui/ProblemList.tsx'
import { catalogTexts } from './texts.ts'

interface Checked {
  readonly name: string
  readonly problems: readonly CatalogProblem[] | null
}

/** Checks a file that may be no valid catalog, and so cannot be opened. */
export function FileCheck() {
  const texts = useTexts(catalogTexts)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = async (text: string, name: string) => {
    const problems = await checkCatalog(text).catch(() => null)
    setChecked({ name, problems })
  }
  return (
    <section className="file-check" aria-labelledby="check">
      <h2 id="check">{texts.check}</h2>
      <FileDrop
        label={texts.drop}
        help={texts.dropHelp}
        onText={(text, name) => void check(text, name)}
      />
      <div role="status">
        {checked && (
          <section className="card" aria-label={checked.name}>
            <h3>{checked.name}</h3>
            <ProblemList problems={checked.problems} />
          </section>
        )}
      </div>
    </section>
  )
}
