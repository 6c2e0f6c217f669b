// What a page's bundle holds, and what it does not.

import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../../../pkg/dist/', import.meta.url))

/** The modules of the package that a bundle of these entries holds. */
async function modules(...entries: string[]): Promise<string[]> {
  const bundle = await rolldown({ input: entries.map(name => `${dist}entrypoints/${name}.js`) })
  const { output } = await bundle.generate({ dir: 'unused' })
  return output
    .flatMap(part => (part.type === 'chunk' ? part.moduleIds : []))
    .filter(id => id.startsWith(dist))
    .map(id => id.slice(dist.length))
}

const foreign = (names: string[]): string[] =>
  names.filter(name => /^(server|testing|preview)\//.test(name))

it('a page’s bundle holds nothing for tests and servers', async () => {
  for (const entry of ['web', 'inline', 'slim', 'client-web']) {
    const held = await modules(entry)
    expect(held.length).toBeGreaterThan(20)
    expect(foreign(held)).toEqual([])
  }
  expect(foreign(await modules('testing-web'))).not.toEqual([])
})
