import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** How many tests there are at the least: an engine that runs fewer has lost some. */
const FLOOR = 1900

/**
 * Fails the run unless every engine has passed the same tests, by name, and enough of them. One that
 * was skipped, or not even found, has not passed.
 */
export class EqualResults implements Reporter {
  #engines: string[] = []

  onInit(vitest: Vitest): void {
    this.#engines = vitest.projects.map(({ name }) => name)
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const passed = new Map(this.#engines.map(engine => [engine, new Set<string>()]))
    for (const { project, relativeModuleId, children } of modules) {
      const names = passed.get(project.name)
      for (const test of children.allTests('passed')) {
        let name = `${relativeModuleId}: ${test.fullName}`
        while (names?.has(name)) name += ' (again)'
        names?.add(name)
        if (!test.diagnostic()?.flaky) continue
        console.warn(`${project.name}: passed when repeated: ${name}`)
        for (const error of test.result().errors ?? []) console.warn('before:', error)
      }
    }
    const all = new Set([...passed.values()].flatMap(names => [...names]))
    for (const [engine, names] of passed) {
      const missing = [...all].filter(name => !names.has(name))
      console.log(`${engine}: ${names.size} tests passed`)
      if (names.size < FLOOR) fail(`${engine}: fewer than the ${FLOOR} tests that there are`)
      for (const name of missing) fail(`${engine}: passed elsewhere, not here: ${name}`)
    }
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
