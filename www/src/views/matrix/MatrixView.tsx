import { useMemo } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import type { InForce } from '../../scenario/Scene.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { DecisionTable, type TableColumn, type TableRow } from '../../table/DecisionTable.tsx'
import { ExportMenu } from '../../table/ExportMenu.tsx'
import { FilterBar } from '../../table/FilterBar.tsx'
import { fileOf } from '../../table/fileOf.ts'
import { Legend } from '../../table/Legend.tsx'
import { tableTexts } from '../../table/texts.ts'
import { useNarrowing } from '../../table/useNarrowing.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { matrixTexts } from './texts.ts'
import { useMatrix } from './useMatrix.ts'

/** Every permission of the catalog, and what each role may do with it. */
export function MatrixView() {
  const { inForce } = useWorkbench().scene
  return inForce && <Matrix inForce={inForce} />
}

function Matrix({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(matrixTexts)
  const words = useTexts(tableTexts)
  const names = useTexts(viewNames)
  const label = useLabels()
  const { go, hrefWith } = useWorkbench()
  const { roles, rows, isPending, failure } = useMatrix(inForce)
  const { find, setFind, only, setOnly, isFound } = useNarrowing()
  const { catalog, scenario } = inForce
  const columns = useMemo(
    () =>
      roles.map((role, at): TableColumn => {
        const on = rows?.filter(row => isOn(row, at)).length ?? 0
        return {
          id: role.id,
          name: label(role.label),
          title: (
            <a
              href={hrefWith({ roles: [role.id] }, 'look')}
              title={texts.lookAs(label(role.label))}
            >
              <Name of={role.label} />
              <span className="column-count">{texts.count(on, catalog.permissions.length)}</span>
            </a>
          ),
        }
      }),
    [roles, rows, label, texts, catalog, hrefWith],
  )
  const isShown = useMemo(() => {
    const chosen = only.flatMap(id => FILTERS[id] ?? [])
    return (row: TableRow) => isFound(row) && chosen.every(fits => fits(row))
  }, [only, isFound])
  const shown = rows?.filter(isShown) ?? []
  const open = (role: string, permission: string) =>
    go({ why: permission, as: [role], relations: undefined })
  const bought = scenario.entitlements.map(id => label(catalog.entitlement(id)?.label)).join(' + ')
  const lead = texts.lead(catalog.permissions.length, roles.length, bought || texts.nothing)
  const title = `${names.matrix}: ${label(catalog.label)}`
  const offered = Object.entries(texts.filters).filter(
    ([id]) => (id !== 'draft' || rows?.[0]?.before) && (id !== 'open' || rows?.some(hasOpen)),
  )
  return (
    <section className="table-view" aria-busy={isPending}>
      <header className="table-header">
        <h1>{names.matrix}</h1>
        <p>{lead}</p>
      </header>
      <FilterBar
        find={find}
        onFind={setFind}
        filters={offered.map(([id, text]) => ({ id, label: text }))}
        chosen={only}
        onChoose={setOnly}
      >
        <span className="table-count">{words.count(shown.length, catalog.permissions.length)}</span>
        <ExportMenu
          file={() => fileOf(`${texts.file}-${catalog.id}`, title, shown, columns, words, label)}
        />
      </FilterBar>
      {failure !== null && (
        <p role="alert">
          {words.failed} {failure}
        </p>
      )}
      {rows ? (
        <>
          <DecisionTable
            caption={`${title}. ${lead}`}
            rows={rows}
            columns={columns}
            isShown={isShown}
            onOpen={open}
          />
          <Legend
            kinds={new Set(rows.flatMap(row => row.cells.flatMap(cell => cell?.kind ?? [])))}
          />
        </>
      ) : (
        failure === null && <Skeleton lines={12} />
      )}
    </section>
  )
}

const FILTERS: Readonly<Record<string, (row: TableRow) => boolean>> = {
  differences: ({ cells: [first, ...others] }) =>
    others.some(cell => cell?.kind !== first?.kind || cell?.word !== first?.word),
  plan: ({ permission }) => (permission.needs ?? []).length > 0,
  open: hasOpen,
  draft: ({ before }) => before?.some(cell => cell !== undefined) ?? false,
}

function hasOpen({ cells }: TableRow): boolean {
  return cells.some(cell => cell?.stored === 'unknown')
}

function isOn({ cells }: TableRow, at: number): boolean {
  const kind = cells[at]?.kind
  return kind === 'on' || kind === 'read' || kind === 'some'
}
