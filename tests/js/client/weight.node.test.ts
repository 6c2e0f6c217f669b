// What a page pays for the client, beside the gate.

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../../../pkg/dist/', import.meta.url))
const gate = `export * from '${dist}entrypoints/web.js'`

/** The size in bytes, as a page loads it, of a script with the gate and these names of the client. */
async function weight(names?: string): Promise<number> {
  const client = names ? `export { ${names} } from '${dist}client/index.js'` : ''
  const bundle = await rolldown({
    input: 'page',
    external: /base64/,
    plugins: [
      {
        name: 'page',
        resolveId: id => (id === 'page' ? id : null),
        load: id => (id === 'page' ? `${gate}\n${client}` : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true })
  return gzipSync(output[0].code, { level: 9 }).length
}

it('a client weighs 4 KB at most, and half of one more with events', async () => {
  const without = await weight()
  expect(await weight('createClient')).toBeLessThanOrEqual(without + 4096)
  expect(await weight('createClient, serverEvents')).toBeLessThanOrEqual(without + 4096 + 600)
})
