import { nearest } from '../names.ts'
import { type Place, placeText, valueAt } from './places.ts'
import type { ScenarioProblem } from './scenario.ts'

/** What fits in a place, and what was given of it. */
export interface Choices {
  readonly fits?: readonly string[]
  readonly given?: unknown
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function problemAt(
  value: unknown,
  place: Place,
  message: string,
  { fits = [], given }: Choices = {},
): ScenarioProblem {
  return deepFreeze({
    part: placeText(place),
    found: textOf(valueAt(value, place)),
    message,
    // What was given fits: something else is wrong with it.
    fits: fits.includes(given as string) ? [] : [...new Set(fits)],
    meant: isText(given) && !fits.includes(given) ? nearest(given, fits) : undefined,
  })
}

function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)?.slice(0, 80)
  } catch {
    return String(value).slice(0, 80)
  }
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
