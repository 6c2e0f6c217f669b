// Packs the npm package as it would be published, and asks it in fresh projects of the tools that
// docs/tools.md lists, as the registry has them today: with the plain import, in development and in
// production, in the runtime that an application would have.
//
//   node run.mjs [environment…]

import { deepEqual, equal } from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser } from '../packaging/browser.mjs'
import { pack } from '../packaging/pack.mjs'
import { checkPage, environments } from './environments.mjs'
import { makeProject, right } from './project.mjs'

const selected = process.argv.slice(2)
const unknown = selected.filter(name => !Object.hasOwn(environments, name))
if (unknown.length > 0) {
  const names = Object.keys(environments).join(', ')
  console.error(`no environment is called ${unknown.join(', ')}; there are ${names}`)
  process.exit(1)
}
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-environments-')))

try {
  checkPage()
  const { tarball } = pack(work)
  for (const name of selected.length > 0 ? selected : Object.keys(environments)) {
    const started = performance.now()
    const problems = await problemsIn({ name, ...environments[name] }, tarball)
    const seconds = Math.round((performance.now() - started) / 1000)
    if (problems.length > 0) process.exitCode = 1
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
    for (const problem of problems) console.log(problem)
  }
} finally {
  await closeBrowser()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}

/** Makes the project of an environment, and says which of its checks fail, and how. */
async function problemsIn(environment, tarball) {
  const problems = []
  const project = await makeProject(work, tarball, environment).catch(error => {
    problems.push(`the project cannot be made: ${error.message}`)
  })
  for (const [what, check] of project === undefined ? [] : Object.entries(environment.checks)) {
    try {
      const { reports = what => what.includes('development') } = environment
      for (const [at, { reports: seen, ...answers }] of [await check(project)].flat().entries()) {
        deepEqual(answers, right)
        // What compares by itself says nothing of reports.
        if (seen !== undefined) equal(seen, reports(what, at), `reports of answer ${at}`)
      }
    } catch (error) {
      problems.push(`${what}: ${error.message}`)
    }
  }
  rmSync(join(work, environment.name), { recursive: true, force: true, maxRetries: 5 })
  return problems
}
