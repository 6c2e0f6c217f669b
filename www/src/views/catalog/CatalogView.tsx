import { checkCatalog } from 'rolegate/testing'
import { useLanguage, useTexts } from '../../language/LanguageContext.ts'
import { interfaceLanguage } from '../../language/languages.ts'
import { Name } from '../../language/Name.tsx'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { ProblemList } from '../../ui/ProblemList.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { rolesNobodyAssigns } from './assignment.ts'
import { FileCheck } from './FileCheck.tsx'
import { OpenCells } from './OpenCells.tsx'
import { catalogTexts } from './texts.ts'
import { useFound } from './useFound.ts'

/** The state of a catalog: what is wrong, what is open, and what nobody can be given. */
export function CatalogView() {
  const texts = useTexts(catalogTexts)
  const names = useTexts(viewNames)
  const { catalog, address } = useWorkbench()
  const isNamed = address.product !== undefined || address.scenario?.catalog !== undefined
  return (
    <section className="catalog-view">
      <header className="table-header">
        <h1>
          {names.catalog}
          {catalog && (
            <>
              : <Name of={catalog.label} />
            </>
          )}
        </h1>
        {catalog && <p>{texts.lead(catalog.permissions.length, catalog.roles.length)}</p>}
      </header>
      {!catalog && isNamed && <Skeleton lines={8} />}
      {catalog && (
        <>
          <div className="catalog-columns">
            <Problems catalog={catalog} />
            <Unassigned catalog={catalog} />
            <About catalog={catalog} />
          </div>
          <OpenCells catalog={catalog} />
        </>
      )}
      <FileCheck />
    </section>
  )
}

interface Props {
  readonly catalog: DisplayCatalog
}

const check = ({ text }: DisplayCatalog) => checkCatalog(text)

function Problems({ catalog }: Props) {
  const texts = useTexts(catalogTexts)
  const problems = useFound(catalog, check)
  return (
    <section
      className="card"
      aria-labelledby="problems"
      aria-busy={problems === undefined}
      data-problems={problems?.length}
    >
      <h2 id="problems">{texts.problems}</h2>
      {problems === undefined ? <Skeleton lines={2} /> : <ProblemList problems={problems} />}
    </section>
  )
}

function Unassigned({ catalog }: Props) {
  const texts = useTexts(catalogTexts)
  const roles = useFound(catalog, rolesNobodyAssigns)
  const isSilent = roles?.length === catalog.roles.length
  return (
    <section
      className="card"
      aria-labelledby="unassigned"
      aria-busy={roles === undefined}
      data-unassigned={roles?.map(({ id }) => id).join()}
    >
      <h2 id="unassigned">{texts.assignment}</h2>
      {roles === undefined && <Skeleton lines={2} />}
      {roles === null && <p>{texts.unchecked}</p>}
      {roles?.length === 0 && <p>{texts.allAssigned}</p>}
      {isSilent && <p>{texts.silent}</p>}
      {roles && roles.length > 0 && !isSilent && (
        <>
          <p className="field-help">{texts.assignmentHelp}</p>
          <ul className="bullet-list">
            {roles.map(role => (
              <li key={role.id}>
                <Name of={role.label} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function About({ catalog }: Props) {
  const texts = useTexts(catalogTexts)
  const language = interfaceLanguage(useLanguage())
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const labels = [
    catalog.label,
    ...[...catalog.areas, ...catalog.permissions, ...catalog.roles, ...catalog.entitlements].map(
      ({ label }) => label,
    ),
  ]
  return (
    <section className="card" aria-labelledby="languages">
      <h2 id="languages">{texts.languages}</h2>
      <ul>
        {catalog.languages().map(tag => (
          <li key={tag}>
            {texts.missing(
              names.of(tag) ?? tag,
              labels.filter(label => label[tag] === undefined).length,
            )}
          </li>
        ))}
      </ul>
      <p className="field-help">
        {texts.digest}: <code>{catalog.sha256}</code>
      </p>
    </section>
  )
}
