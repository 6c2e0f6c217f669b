// Builds `dist` from `src`, from the glue that wasm-pack wrote, and from the repository's data files.

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pkg = fileURLToPath(new URL('.', import.meta.url))
const root = join(pkg, '..')
const glue = join(pkg, 'glue')
const wasm = join(glue, 'rolegate_bg.wasm')

// Beside the finished folder and not in it, which whoever runs meanwhile finds whole.
mkdirSync(join(root, 'target'), { recursive: true })
const dist = mkdtempSync(join(root, 'target', 'dist-'))

// For the entry that carries the engine in its own text.
const base64 = readFileSync(wasm).toString('base64')
writeFileSync(join(glue, 'rolegate-base64.js'), `export const base64 = '${base64}'\n`)
writeFileSync(join(glue, 'rolegate-base64.d.ts'), 'export declare const base64: string\n')

try {
  execFileSync('tsc', ['--project', 'tsconfig.build.json', '--outDir', dist], {
    cwd: pkg,
    stdio: 'inherit',
  })
} catch {
  rmSync(dist, { recursive: true })
  process.exit(1)
}
for (const name of ['rolegate.js', 'rolegate.d.ts', 'rolegate-base64.js', 'rolegate-base64.d.ts']) {
  cpSync(join(glue, name), join(dist, 'glue', name))
}
cpSync(wasm, join(dist, 'rolegate.wasm'))
copy('catalogs', /\.json$/)
copy('schema', /\.json$/)
copy('.', /^LICENSE/)

rmSync(join(pkg, 'dist'), { recursive: true, force: true })
chmodSync(dist, 0o755)
renameSync(dist, join(pkg, 'dist'))

function copy(folder, wanted) {
  mkdirSync(join(dist, folder), { recursive: true })
  for (const name of readdirSync(join(root, folder)).filter(name => wanted.test(name))) {
    cpSync(join(root, folder, name), join(dist, folder, name))
  }
}
