// What a page pays for each binding, beside the main entry and the framework, in a build of Vite.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import '@angular/compiler'
import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const frameworks = [/^react/, /^vue/, /^svelte/, /^@angular/]

/** The size in bytes, as a page loads it, of the script of a page that uses all that the entries export. */
async function weight(...entries: string[]): Promise<number> {
  const folder = mkdtempSync(join(root, 'target/weight-'))
  try {
    const uses = entries.map(async (entry, at) => {
      const names = Object.keys(await import(entry)).map(name => `e${at}.${name}`)
      return `import * as e${at} from '${entry}'\nkeep(${names})\n`
    })
    writeFileSync(join(folder, 'page.js'), (await Promise.all(uses)).join(''))
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        rolldownOptions: { input: join(folder, 'page.js'), external: frameworks },
      },
    })
    const { output } = built as Rollup.RollupOutput
    const page = output.find(part => part.type === 'chunk' && part.isEntry) as Rollup.OutputChunk
    // In a page's bundle the framework stands beside it, and nothing is imported.
    const code = page.code.replace(/import\s*\{[^}]*\}\s*from\s*"[^"]*";?/g, '')
    return gzipSync(code, { level: 9 }).length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it.each([
  ['rolegate/dom', 2048],
  ['rolegate/react', 2048],
  ['rolegate/vue', 2048],
  ['rolegate/svelte', 2048],
  ['rolegate/element', 2048],
  ['rolegate/angular', 3072],
])('%s weighs %i bytes at most', async (entry, budget) => {
  const added = (await weight('rolegate', entry)) - (await weight('rolegate'))
  console.info(`${entry}: ${added} bytes`)
  expect(added).toBeLessThanOrEqual(budget)
})
