import { useEffect, useState } from 'react'

/** A control on the screen, or a place where something is hidden, seen from the frame's corner. */
export interface Mark {
  readonly kind: 'control' | 'ghost'
  readonly permission: string
  /** What becomes of a control. */
  readonly outcome: string
  /** The name of the record that is hidden. */
  readonly record: string | undefined
  /** The section of the product that is hidden. */
  readonly section: string | undefined
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is marked in an element, followed while it changes. Nothing is measured while it is off. */
export function useMarks(frame: HTMLElement | null, isOn: boolean): readonly Mark[] {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useEffect(() => {
    if (!frame || !isOn) return setMarks([])
    let waiting = 0
    const measure = () => {
      waiting = 0
      const next = marksIn(frame)
      setMarks(now => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
    }
    const soon = () => {
      waiting ||= requestAnimationFrame(measure)
    }
    measure()
    const sizes = new ResizeObserver(soon)
    sizes.observe(frame)
    const changes = new MutationObserver(soon)
    changes.observe(frame, { subtree: true, childList: true, attributes: true })
    return () => {
      cancelAnimationFrame(waiting)
      sizes.disconnect()
      changes.disconnect()
    }
  }, [frame, isOn])
  return marks
}

/** Measures every mark in a frame. */
export function marksIn(frame: HTMLElement): readonly Mark[] {
  const { left, top } = frame.getBoundingClientRect()
  const found = frame.querySelectorAll<HTMLElement>('[data-permission], [data-ghost]')
  return [...found].flatMap(element => {
    const data = element.dataset
    const ghost = data['ghost']
    const box = element.getBoundingClientRect()
    // A ghost has no size, so it tells by its parent whether it is on the screen.
    const isVisible = (ghost === undefined ? element : element.parentElement)?.checkVisibility()
    if (!isVisible) return []
    return {
      kind: ghost === undefined ? 'control' : 'ghost',
      permission: ghost ?? data['permission'] ?? '',
      outcome: data['outcome'] ?? '',
      record: data['ghostRecord'],
      section: data['ghostSection'],
      x: Math.round(box.left - left),
      y: Math.round(box.top - top),
      width: Math.round(box.width),
      height: Math.round(box.height),
    }
  })
}

/** Ghosts at nearly the same place, which are drawn as one. */
export function clusters(marks: readonly Mark[]): readonly (readonly [Mark, ...Mark[]])[] {
  const found: [Mark, ...Mark[]][] = []
  for (const mark of marks) {
    if (mark.kind !== 'ghost') continue
    const near = found.find(
      ([first]) => Math.abs(first.x - mark.x) < 120 && Math.abs(first.y - mark.y) < 26,
    )
    if (near) near.push(mark)
    else found.push([mark])
  }
  return found
}
