import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './steps.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * An empty folder outside of the repository, the same one in every run of this clone: Cargo keeps what
 * it built by the path of a crate.
 */
export function folder(name) {
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const path = join(realpathSync(tmpdir()), `rolegate-${name}-${clone}`)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
  return path
}

/** Packs a crate as it would be published, unpacks it in `folder`, and returns its path. */
export function unpack(name, folder) {
  // What the crate needs is here from now on, so that it can be built without asking the registry.
  run(root, 'cargo', 'fetch', '--locked')
  run(
    root,
    'cargo',
    'package',
    '--quiet',
    '--locked',
    '--allow-dirty',
    '--no-verify',
    // Its making asks the registry for the crates of this repository.
    '--exclude-lockfile',
    '--package',
    name,
    '--target-dir',
    join(folder, 'target'),
  )
  const path = join(folder, name)
  mkdirSync(path)
  const packed = join(folder, 'target', 'package', `${name}-${version()}.crate`)
  // The files of a package are all of one old date, by which Cargo takes them for unchanged.
  run(path, 'tar', '--touch', '-xf', packed, '--strip-components', '1')
  usePinnedVersions(path)
  return path
}

/** Lets the crate in `path` have its dependencies in the versions of the repository. */
export function usePinnedVersions(path) {
  cpSync(join(root, 'Cargo.lock'), join(path, 'Cargo.lock'))
}

/** The version that all crates of the repository share. */
function version() {
  const metadata = run(root, 'cargo', 'metadata', '--locked', '--no-deps', '--format-version', '1')
  return JSON.parse(metadata).packages[0].version
}
