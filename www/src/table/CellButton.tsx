import { memo } from 'react'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import type { Permission } from '../scenario/DisplayCatalog.ts'
import type { Cell } from './cell.ts'
import { Sign } from './Sign.tsx'
import { tableTexts } from './texts.ts'

interface Props {
  readonly cell: Cell
  /** What it was before the draft, where that was something else. */
  readonly before: Cell | undefined
  readonly column: { readonly id: string; readonly name: string }
  readonly permission: Permission
  /** Its row and column, for the arrow keys. */
  readonly place: string
  readonly onOpen: (column: string, permission: string) => void
}

/** A cell, by sign and word. Pressing it tells why. */
export const CellButton = memo(function CellButton(props: Props) {
  const { cell, before, column, permission, place, onOpen } = props
  const texts = useTexts(tableTexts)
  const label = useLabels()
  const { kind, word, detail, answer, stored } = cell
  const changed = before ? texts.flipped(before.word) : ''
  const shown = [word, changed, detail].filter(Boolean).join(' ')
  return (
    <button
      type="button"
      className={`cell ${kind}`}
      aria-label={`${shown}: ${label(permission.label)}, ${column.name}`}
      tabIndex={place === '0 0' ? 0 : -1}
      data-cell={place}
      data-permission-cell={permission.id}
      data-column={column.id}
      data-kind={kind}
      data-level={answer.level}
      data-code={answer.code}
      data-outcome={answer.outcome}
      data-stored={stored}
      data-flipped={before ? before.kind : undefined}
      onClick={() => onOpen(column.id, permission.id)}
    >
      <Sign kind={kind} />
      <span className="cell-word">{word}</span>
      {changed && ' '}
      {changed && <span className="cell-changed">{changed}</span>}
      {detail && ' '}
      {detail && <span className="cell-detail">{detail}</span>}
    </button>
  )
})
