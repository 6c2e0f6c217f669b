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
