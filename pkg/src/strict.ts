import { REPORTS } from './limits.ts'

/** Tells the developer of a mistake in the calling code. */
export type Report = (mistake: string) => void

/** A reporter that says each thing once, and falls silent after a hundred. */
export function reporter(): Report {
  const said = new Set<string>()
  return mistake => {
    if (said.has(mistake) || said.size >= REPORTS) return
    said.add(mistake)
    console.error(`rolegate: ${mistake}`)
  }
}
