import { type FocusEvent, type KeyboardEvent, type RefObject, useRef } from 'react'

interface Keys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

/** Moves the focus from cell to cell, so that the whole table is one stop of the Tab key. */
export function useCellKeys(
  frame: RefObject<HTMLElement | null>,
  bringIn: (row: number) => void,
): Keys {
  const stop = useRef<Element | null>(null)
  const cellAt = (row: number, column: number) =>
    frame.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
  return {
    onFocus({ target }) {
      if (!target.hasAttribute('data-cell')) return
      const first = frame.current?.querySelector('[data-cell][tabindex="0"]')
      for (const other of [first, stop.current]) other?.setAttribute('tabindex', '-1')
      target.setAttribute('tabindex', '0')
      stop.current = target
    },
    onKeyDown(event) {
      const step = STEPS[event.key]
      const place = (event.target as Element).getAttribute('data-cell')
      if (!step || place === null || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const [row = 0, column = 0] = place.split(' ').map(Number)
      const columns = frame.current?.querySelectorAll('thead th').length ?? 2
      const nextColumn = Math.min(Math.max(column + step[1], 0), columns - 2)
      const next = Math.max(row + step[0], 0)
      const focus = () => {
        const cell = cellAt(next, nextColumn)
        cell?.focus()
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        return cell !== undefined && cell !== null
      }
      if (focus()) return
      // Out of sight, and so not in the page yet; or beyond the last row.
      bringIn(next)
      requestAnimationFrame(() => requestAnimationFrame(focus))
    },
  }
}
