import { useMemo } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import type { Asked } from '../../table/answers.ts'
import { useCells } from '../../table/cell.ts'
import { DecisionTable, type TableColumn, type TableRow } from '../../table/DecisionTable.tsx'
import { ExportMenu } from '../../table/ExportMenu.tsx'
import { FilterBar } from '../../table/FilterBar.tsx'
import { fileOf } from '../../table/fileOf.ts'
import { Legend } from '../../table/Legend.tsx'
import { tableTexts } from '../../table/texts.ts'
import { useAnswers } from '../../table/useAnswers.ts'
import { useNarrowing } from '../../table/useNarrowing.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { isAble, rowsOf, standing } from './comparison.ts'
import { compareTexts } from './texts.ts'

export interface Side {
  readonly id: string
  readonly label: string
  readonly asked: Asked
}

/** What each side can, cannot, and where they differ. */
export function Comparison({ sides }: { readonly sides: readonly Side[] }) {
  const texts = useTexts(compareTexts)
  const words = useTexts(tableTexts)
  const names = useTexts(viewNames)
  const label = useLabels()
  const { address, go } = useWorkbench()
  const { answered, failure } = useAnswers(sides.map(({ asked }) => asked))
  const { find, setFind, only, setOnly, isFound } = useNarrowing()
  const cellOf = useCells()
  const rows = useMemo(() => answered && rowsOf(answered, cellOf), [answered, cellOf])
  const filter = only[0] ?? ALL
  const isShown = useMemo(
    () => (row: TableRow) => isFound(row) && (filter === ALL || standing(row) === filter),
    [isFound, filter],
  )
  if (failure !== null) return <p role="alert">{`${words.failed} ${failure}`}</p>
  if (!rows || answered?.asked.length !== sides.length) return <Skeleton lines={10} />
  const columns = sides.map(({ id, label: name }, at): TableColumn => {
    const problem = answered.answers[at]?.problem
    const on = rows.filter(({ cells }) => isAble(cells[at])).length
    const note = problem === undefined ? texts.count(on, rows.length) : texts.refused(problem)
    return {
      id,
      name,
      title: (
        <span className="column-title">
          {name}
          <span className="column-count">{note}</span>
        </span>
      ),
    }
  })
  const open = (column: string, permission: string) => {
    const question = { sides: sides.map(({ id }) => id), why: permission, relations: undefined }
    // Of roles, who looks stays; anybody else is looked at as.
    if ((address.by ?? 'roles') === 'roles') return go({ ...question, as: [column] })
    const { catalog: _, ...scenario } = sides.find(({ id }) => id === column)?.asked.scenario ?? {}
    const digest = sides.find(({ id }) => id === column)?.asked.scenario.catalog
    const isOther = new Set(sides.map(({ asked }) => asked.catalog)).size > 1
    const asked = isOther && digest !== undefined ? { ...scenario, catalog: digest } : scenario
    go({ ...question, scenario: asked })
  }
  const shown = rows.filter(isShown)
  const title = `${names.compare}: ${sides.map(side => side.label).join(' · ')}`
  return (
    <>
      <Difference sides={sides} rows={rows} />
      <FilterBar
        find={find}
        onFind={setFind}
        filters={[
          { id: ALL, label: texts.all },
          ...(['differs', 'can', 'cannot'] as const).map(id => ({
            id,
            label: texts.filters[id](rows.filter(row => standing(row) === id).length),
          })),
        ]}
        chosen={[filter]}
        onChoose={ids => setOnly(ids.filter(id => id !== ALL))}
        isSingle
      >
        <span className="table-count">{words.count(shown.length, rows.length)}</span>
        <ExportMenu file={() => fileOf(texts.file, title, shown, columns, words, label)} />
      </FilterBar>
      <DecisionTable
        caption={title}
        rows={rows}
        columns={columns}
        isShown={isShown}
        onOpen={open}
      />
      <Legend kinds={new Set(rows.flatMap(row => row.cells.flatMap(cell => cell?.kind ?? [])))} />
    </>
  )
}

interface DifferenceProps {
  readonly sides: readonly Side[]
  readonly rows: readonly TableRow[]
}

/** No standing has this name. */
const ALL = 'all'

/** The difference in a sentence or two. */
function Difference({ sides, rows }: DifferenceProps) {
  const texts = useTexts(compareTexts)
  const sentences = sides.flatMap((side, one) =>
    sides.flatMap((other, two) => {
      const more = rows.filter(({ cells }) => isAble(cells[one]) && !isAble(cells[two])).length
      return one === two || more === 0 ? [] : texts.more(side.label, more, other.label)
    }),
  )
  return (
    <ul className="compare-summary">
      {(sentences.length > 0 ? sentences : [texts.same]).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
