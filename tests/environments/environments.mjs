// Every environment by its name, in the order of docs/tools.md: `tool`, as the page calls it, `packages`
// of npm, `files`, and `checks`, each of which returns the answers that it saw, one or a list; `reports`
// says for a check, and for the place of an answer, whether a gate reports mistakes by itself; by default
// it does in the checks that have `development` in their names.

import { deepEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { bundlers } from './bundlers.mjs'
import { frameworks } from './frameworks.mjs'
import { pages } from './pages.mjs'
import { runtimes } from './runtimes.mjs'
import { testRunners } from './test-runners.mjs'
import { types } from './types.mjs'

export const environments = {
  ...pages,
  ...bundlers,
  ...frameworks,
  ...testRunners,
  ...runtimes,
  ...types,
}

/** Holds the first column of docs/tools.md equal to the tools that are tested. */
export function checkPage() {
  const page = readFileSync(new URL('../../docs/tools.md', import.meta.url), 'utf8')
  const [, ...rows] = page.match(/^\| (?!---).*/gm)
  deepEqual(
    rows.map(row => row.split('|')[1].trim()),
    Object.values(environments).map(({ tool }) => tool),
    'docs/tools.md does not list the tools of tests/environments',
  )
}
