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
  while (problem && problems.length < MOST_PROBLEMS) {
    const { place } = problem
    if (problems.some(known => known.place === place)) break
    problems.push(problem)
    if (!leaveOut(file, place)) break
    problem = await firstProblem(JSON.stringify(file))
    if (!problem) return { problems, mayBeMore: false }
  }
  return { problems, mayBeMore: true }
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

/** Takes the part at a place away; lists keep their positions, so of one the whole list goes. */
function leaveOut(file: unknown, place: string): boolean {
  const steps = Array.from(place.matchAll(STEP), ([, name, quoted, position]) =>
    position === undefined ? (name ?? JSON.parse(`"${quoted}"`)) : Number(position),
  ) as (string | number)[]
  while (typeof steps.at(-1) === 'number') steps.pop()
  const last = steps.pop()
  let holder: unknown = file
  for (const step of steps)
    holder = (holder as Record<string | number, unknown> | undefined)?.[step]
  if (last === undefined || typeof holder !== 'object' || holder === null) return false
  return Object.hasOwn(holder, last) && Reflect.deleteProperty(holder, last)
}
