import type { ScenarioProblem } from './scenario.ts'

/** A problem unless the value is absent or among those that fit. */
export function oneOf(
  part: string,
  value: string | undefined,
  fits: readonly string[],
): readonly ScenarioProblem[] {
  if (value === undefined || fits.includes(value)) return []
  const message = fits.length > 0 ? 'is none of those that there are' : 'has no place here'
  const found = JSON.stringify(value).slice(0, 80)
  return [{ part, found, message, fits, meant: nearest(value, fits) }]
}

/** Nobody mistypes a longer name, and comparing it takes long. */
const LONGEST = 128

/** The one that differs in the fewest letters, unless that is more than a third of them. */
function nearest(value: string, fits: readonly string[]): string | undefined {
  if (value.length > LONGEST) return undefined
  const [best] = fits
    .map(fit => ({ fit, distance: distance(value, fit) }))
    .sort((one, other) => one.distance - other.distance)
  return best && best.distance <= value.length / 3 ? best.fit : undefined
}

/** How many letters have to be changed, added or left out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, own] of [...other].entries()) {
      const kept = (row[at] ?? 0) + (letter === own ? 0 : 1)
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
