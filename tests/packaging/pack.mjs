import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './steps.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packs the npm package into `folder` as it would be published; returns the tarball and its files. */
export function pack(folder) {
  const options = ['-w', 'pkg', '--json', '--pack-destination', folder]
  const [packed] = JSON.parse(run(root, 'npm', 'pack', ...options))
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) }
}
