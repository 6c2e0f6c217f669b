// What a page pays for the client, beside the gate.

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'

const client = fileURLToPath(new URL('../../../pkg/dist/client/', import.meta.url))

/** The size in bytes, as a page loads it, of a bundle of these names without what the gate brings. */
async function weight(names: string): Promise<number> {
  const bundle = await rolldown({
    input: 'page',
    external: id => id.startsWith('../'),
    plugins: [
      {
        name: 'page',
        resolveId: id => (id === 'page' ? id : null),
        load: id => (id === 'page' ? `export { ${names} } from '${client}index.js'` : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true })
  return gzipSync(output[0].code, { level: 9 }).length
}

it('a client weighs 4 KB at most, and half of one more with events', async () => {
  expect(await weight('createClient')).toBeLessThanOrEqual(4096)
  expect(await weight('createClient, serverEvents')).toBeLessThanOrEqual(4096 + 600)
})
