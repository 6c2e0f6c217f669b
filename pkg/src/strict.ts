import { REPORTS } from './limits.ts'

/** Reports a mistake of the calling code to its developer. */
export type Report = (mistake: string) => void

/** Makes a reporter that writes each mistake once, and at most {@link REPORTS}. */
export function reporter(): Report {
  const said = new Set<string>()
  return mistake => {
    if (said.has(mistake) || said.size >= REPORTS) return
    said.add(mistake)
    console.error(`rolegate: ${mistake}`)
  }
}

let byDefault: Report | undefined

/**
 * Lets the gates report that were not told whether to. All of them share a reporter, so that a page that
 * makes one gate after the other says each mistake once.
 */
export function reportByDefault(): void {
  byDefault ??= reporter()
}

/** The reporter of a gate with this option, if it is to report. */
export function reporterOf(strict: boolean | undefined): Report | undefined {
  if (strict === undefined) return byDefault
  return strict ? reporter() : undefined
}
