import { type Address, type AddressChange, isList, OWN_PARAMETERS } from './address.ts'
import type { Scenario } from './scenario.ts'

/** A change that puts a value in the place of a part, as `roles[1]`; `null` where that is too deep. */
export function withValue(address: Address, part: string, value: string): AddressChange | null {
  const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? []
  const scenario = address.scenario as Readonly<Record<string, unknown>> | undefined
  const list = scenario?.[name]
  if (index !== undefined && isStrings(list)) {
    return inScenario(address, {
      [name]: list.map((id, at) => (at === Number(index) ? value : id)),
    })
  }
  if (index !== undefined) return null
  if (isOwn(name)) return { [name]: isList(name) ? [value] : value }
  if (list !== undefined) return inScenario(address, { [name]: value })
  return null
}

/** A change that leaves a part out; `null` where it cannot be left out by itself. */
export function without(address: Address, part: string): AddressChange | null {
  const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?/.exec(part) ?? []
  if (address.unread) return readAnew(address, part)
  if (isOwn(name)) return { [name]: undefined }
  const scenario = address.scenario as Readonly<Record<string, unknown>> | undefined
  const value = scenario?.[name]
  if (value === undefined) return null
  if (index === undefined || !Array.isArray(value))
    return inScenario(address, { [name]: undefined })
  const rest = value.filter((_, at) => at !== Number(index))
  return inScenario(address, { [name]: rest })
}

function inScenario(address: Address, change: Readonly<Record<string, unknown>>): AddressChange {
  const entries = Object.entries({ ...address.scenario, ...change })
  const scenario = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  return { scenario: scenario as Partial<Scenario> }
}

/** Without what was written for a part that could not be read. */
function readAnew({ unread = [], problems = [] }: Address, part: string): AddressChange {
  const left = unread.filter(([name]) => name !== part)
  const problemsLeft = problems.filter(problem => problem.part !== part)
  return left.length === 0
    ? { unread: undefined, problems: undefined }
    : { unread: left, problems: problemsLeft }
}

function isOwn(name: string): boolean {
  return OWN_PARAMETERS.includes(name)
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string')
}
