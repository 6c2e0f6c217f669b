import { isGateError } from 'rolegate'
import { readCatalog } from 'rolegate/preview'

/** Something that is wrong in a catalog, and where. */
export interface Problem {
  readonly place: string
  readonly message: string
}

/** What is wrong in a catalog, as far as it can be told before that is mended. */
export interface Problems {
  readonly problems: readonly Problem[]
  /** Whether there may be more once these are mended. */
  readonly mayBeMore: boolean
}

/** Nobody mends more at a time. */
const MOST_PROBLEMS = 50

/**
 * Lists what is wrong in a catalog. The engine says the first problem; the part that is wrong is then left
 * out, and it says the next, until it accepts the rest or leaving out helps no more.
 */
export async function problemsOf(text: string): Promise<Problems> {
  const problems: Problem[] = []
  let problem = await firstProblem(text)
  if (!problem) return { problems, mayBeMore: false }
  const file = parsed(text)
  let mayBeMore = false
  while (problem) {
    const { place } = problem
    if (problems.some(known => known.place === place)) return { problems, mayBeMore: true }
    problems.push(problem)
    const left = leaveOut(file, place)
    if (left === 'nothing' || problems.length === MOST_PROBLEMS) {
      return { problems, mayBeMore: true }
    }
    // What was left out besides is not checked.
    if (left === 'more') mayBeMore = true
    problem = await firstProblem(JSON.stringify(file))
  }
  return { problems, mayBeMore }
}

/** What a text that is no JSON says, is nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function firstProblem(text: string): Promise<Problem | null> {
  try {
    await readCatalog(text)
    return null
  } catch (error) {
    if (!isGateError(error) || error.code !== 'ERR_CATALOG_INVALID') throw error
    const [, place = '', message = error.message] = /^([^\s:]+): (.*)$/s.exec(error.message) ?? []
    return { place, message }
  }
}

/** One step of a place: `.name`, `["name"]` or `[3]`. */
const STEP = /\.?([\w$-]+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]/g

/** The beginning of a place: a thing that the catalog lists, or the values of a role. */
const THING =
  /^(?:.*(?:areas|permissions|roles|entitlements)\[\d+\]|records(?:\.[\w-]+|\["[^"]*"\]))(?:\.(?:values|unlocked)(?=\[|\.))?/

/** Takes the wrong part of a role, a permission, an entitlement or a kind of record away. */
function leaveOut(file: unknown, place: string): 'it' | 'more' | 'nothing' {
  const steps = stepsOf(place)
  const [start = ''] = THING.exec(place) ?? []
  const part = steps.slice(0, stepsOf(start).length + 1)
  if (!remove(file, part)) return 'nothing'
  // Values that may be chosen instead of one that is not there would be wrong, too.
  const [list, position, kind, permission] = part
  if (list === 'roles' && kind === 'values' && permission !== undefined) {
    remove(file, [list, position ?? 0, 'unlocked', permission])
  }
  return part.length === steps.length ? 'it' : 'more'
}

function stepsOf(place: string): readonly (string | number)[] {
  return Array.from(place.matchAll(STEP), ([, name, quoted, position]) =>
    position === undefined ? (name ?? (JSON.parse(`"${quoted}"`) as string)) : Number(position),
  )
}

function remove(file: unknown, steps: readonly (string | number)[]): boolean {
  const last = steps.at(-1)
  let holder: unknown = file
  for (const step of steps.slice(0, -1)) {
    holder = (holder as Record<string | number, unknown> | null | undefined)?.[step]
  }
  if (last === undefined || typeof holder !== 'object' || holder === null) return false
  // The positions of a list must stay.
  if (Array.isArray(holder)) return false
  return Object.hasOwn(holder, last) && Reflect.deleteProperty(holder, last)
}
