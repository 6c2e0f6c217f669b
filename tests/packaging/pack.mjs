import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './steps.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Packs an npm package of this repository into `folder` as it would be published; returns the tarball
 * and its files.
 */
export function pack(folder, source = 'pkg') {
  const options = ['--json', '--pack-destination', folder]
  const [packed] = JSON.parse(run(join(root, source), 'npm', 'pack', ...options))
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) }
}
