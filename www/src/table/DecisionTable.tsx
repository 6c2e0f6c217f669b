import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  globalFilteringFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, useId, useMemo, useRef } from 'react'
import { useTexts } from '../language/LanguageContext.ts'
import { Name } from '../language/Name.tsx'
import type { Area, Permission } from '../scenario/DisplayCatalog.ts'
import { CellButton } from './CellButton.tsx'
import type { Cell } from './cell.ts'
import { tableTexts } from './texts.ts'
import { useCellKeys } from './useCellKeys.ts'
import { usePrinting } from './usePrinting.ts'

/** A permission, and what becomes of it in each column. */
export interface TableRow {
  readonly area: Area
  readonly permission: Permission
  /** Absent where a column has no such permission. */
  readonly cells: readonly (Cell | undefined)[]
  /** For each column what the cell was before the draft, where that was something else. */
  readonly before?: readonly (Cell | undefined)[]
}

export interface TableColumn {
  readonly id: string
  readonly name: string
  readonly title: ReactNode
}

interface Props {
  readonly caption: string
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
  /** Which rows are shown. */
  readonly isShown: (row: TableRow) => boolean
  readonly onOpen: (column: string, permission: string) => void
}

/** Above so many cells, only those in sight are in the page. */
const MOST_CELLS = 2000

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
})
const helper = createColumnHelper<typeof features, TableRow>()

/** Permissions by area, with a column for each of those who are looked at. */
export function DecisionTable({ caption, rows, columns, isShown, onOpen }: Props) {
  const texts = useTexts(tableTexts)
  const keysId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const isPrinting = usePrinting()
  const definitions = useMemo(
    () =>
      helper.columns([
        helper.accessor(row => row.permission.id, { id: 'permission' }),
        ...columns.map((column, index) =>
          helper.accessor(row => row.cells[index]?.word, {
            id: column.id,
            enableGlobalFilter: false,
          }),
        ),
      ]),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    state: { globalFilter: isShown },
    globalFilterFn: (row, _column, fits: Props['isShown']) => fits(row.original),
  })
  const shown = table.getRowModel().rows
  const lines = useMemo(() => linesOf(shown.map(row => row.original)), [shown])
  const isVirtual = rows.length * columns.length > MOST_CELLS && !isPrinting
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: isVirtual,
    getScrollElement: () => frame.current,
    estimateSize: () => 45,
    getItemKey: index => lines[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 60,
  })
  const items = isVirtual ? virtualizer.getVirtualItems() : undefined
  const visible = items ? items.flatMap(item => lines[item.index] ?? []) : lines
  const above = items?.[0]?.start ?? 0
  const below = items ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const keys = useCellKeys(frame, index => {
    if (isVirtual) virtualizer.scrollToIndex(lines.findIndex(line => line.index === index))
  })
  const width = columns.length + 1
  return (
    <div className="decision-frame" ref={frame} {...keys}>
      <p id={keysId} className="visually-hidden">
        {texts.keys}
      </p>
      <table className="decision-table" aria-describedby={keysId} aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.permission}</th>
            {columns.map(column => (
              <th key={column.id} scope="col" data-column={column.id}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap width={width} height={above} />}
          {visible.map(line => (
            <Fragment key={line.key}>
              {line.row ? (
                <Row row={line.row} columns={columns} index={line.index} onOpen={onOpen} />
              ) : (
                <tr className="area-row">
                  <th scope="rowgroup" colSpan={width}>
                    <span>
                      <Name of={line.area.label} />
                    </span>
                  </th>
                </tr>
              )}
            </Fragment>
          ))}
          {below > 0 && <Gap width={width} height={below} />}
        </tbody>
      </table>
      {shown.length === 0 && <p className="empty">{texts.none}</p>}
    </div>
  )
}

interface Line {
  readonly key: string
  readonly area: Area
  /** Absent for the name of an area. */
  readonly row?: TableRow
  /** The position among the permissions that are shown. */
  readonly index: number
}

function linesOf(rows: readonly TableRow[]): readonly Line[] {
  return rows.flatMap((row, index): readonly Line[] => {
    const { area, permission } = row
    const line = { key: permission.id, area, row, index }
    const isFirst = rows[index - 1]?.area !== area
    return isFirst ? [{ key: `area ${area.id}`, area, index: -1 }, line] : [line]
  })
}

/** Stands for rows that are out of sight. */
function Gap({ width, height }: { readonly width: number; readonly height: number }) {
  return (
    <tr aria-hidden className="gap-row">
      <td colSpan={width} style={{ height }} />
    </tr>
  )
}

interface RowProps {
  readonly row: TableRow
  readonly columns: readonly TableColumn[]
  readonly index: number
  readonly onOpen: Props['onOpen']
}

function Row({ row, columns, index, onOpen }: RowProps) {
  const { permission, cells, before } = row
  const { absent } = useTexts(tableTexts)
  return (
    <tr data-row={permission.id}>
      <th scope="row">
        <Name of={permission.label} />
        <code>{permission.id}</code>
      </th>
      {columns.map((column, at) => {
        const cell = cells[at]
        return (
          <td key={column.id}>
            {cell ? (
              <CellButton
                cell={cell}
                before={before?.[at]}
                column={column}
                permission={permission}
                place={`${index} ${at}`}
                onOpen={onOpen}
              />
            ) : (
              <span className="cell-absent">{absent}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
