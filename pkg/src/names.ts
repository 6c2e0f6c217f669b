import { PERMISSION_BYTES } from './limits.ts'

/**
 * A name for a report; of a value that is no string, only the type is shown, so that none of its
 * code runs.
 */
export function shown(name: unknown): string {
  return typeof name === 'string' ? name.slice(0, PERMISSION_BYTES) : typeof name
}

/**
 * The end of a message about an unknown name: the known name that was probably meant, or nothing.
 */
export function didYouMean(name: string, known: Iterable<string>): string {
  const meant = nearest(name, known)
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`
}

/** The known name nearest to `name`, if it is near enough for a typing mistake. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > PERMISSION_BYTES) return undefined
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(name, candidate, least)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** The Levenshtein distance, with swaps of neighbours counted as one edit, but at most `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let before: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const equal = from[row - 1] === to[column - 1]
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (equal ? 0 : 1),
      )
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1)
      current.push(cost)
    }
    before = previous
    previous = current
  }
  return Math.min(at(previous, to.length), limit)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
