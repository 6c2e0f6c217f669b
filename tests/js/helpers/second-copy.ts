import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'

const root = new URL('../../../', import.meta.url)

/** A second copy of the built package, which tests import as `rolegate-copy`. */
export function copyOfPackage(entry: 'node' | 'web'): Plugin {
  const folder = new URL(`target/vitest/${entry}/`, root)
  return {
    name: 'copy-of-package',
    config() {
      rmSync(folder, { recursive: true, force: true })
      cpSync(new URL('pkg/dist/', root), folder, { recursive: true })
      const copy = fileURLToPath(new URL(`entrypoints/${entry}.js`, folder))
      return { resolve: { alias: { 'rolegate-copy': copy } } }
    },
  }
}
