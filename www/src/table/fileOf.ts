import type { TableFile } from '../ui/tableFile.ts'
import type { Cell } from './cell.ts'
import type { TableColumn, TableRow } from './DecisionTable.tsx'

interface Texts {
  readonly area: string
  readonly permission: string
  readonly id: string
}

type Naming = (label: Readonly<Record<string, string>>) => string

/** The table as a file: the same words as on the screen. */
export function fileOf(
  name: string,
  title: string,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  texts: Texts,
  label: Naming,
): TableFile {
  return {
    name,
    title,
    head: [texts.area, texts.permission, texts.id, ...columns.map(column => column.name)],
    rows: rows.map(({ area, permission, cells }) => [
      label(area.label),
      label(permission.label),
      permission.id,
      ...cells.map(cellText),
    ]),
  }
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return ''
  const { word, detail } = cell
  return detail ? `${word} (${detail})` : word
}
