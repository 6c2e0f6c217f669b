// What a page pays for previews, beside the gate.

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../../../pkg/dist/', import.meta.url))

/** What only previews bring: the rest is in every page that has a gate. */
const isOfPreviews = (id: string) => /\/dist\/(preview|server|testing)\//.test(id)

it('the panel and all that it stands on weigh 25 KB at most, and come when they are asked for', async () => {
  const bundle = await rolldown({
    input: `${dist}preview/index.js`,
    external: (id, importer) => {
      const path = importer ? new URL(id, `file://${importer}`).pathname : id
      return !isOfPreviews(path)
    },
  })
  const { output } = await bundle.generate({ dir: 'unused', minify: true })
  const chunks = output.flatMap(part => (part.type === 'chunk' ? [part] : []))
  const weights = chunks.map(({ code }) => gzipSync(code, { level: 9 }).length)
  expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(25 * 1024)
  const panel = chunks.find(({ moduleIds }) => moduleIds.some(id => id.endsWith('panel/form.js')))
  expect(panel?.isDynamicEntry).toBe(true)
  const first = chunks.find(({ isEntry }) => isEntry)
  expect(first?.moduleIds.some(id => id.endsWith('panel/form.js'))).toBe(false)
})
