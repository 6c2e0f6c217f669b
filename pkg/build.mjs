// Builds `dist` from `src`, from the glue that wasm-pack wrote, and from the repository's data files.

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pkg = fileURLToPath(new URL('.', import.meta.url))
const root = join(pkg, '..')
const glue = join(pkg, 'glue')
const dist = join(pkg, 'dist')
const wasm = join(glue, 'rolegate_bg.wasm')

// For the entry that carries the engine in its own text.
const base64 = readFileSync(wasm).toString('base64')
writeFileSync(join(glue, 'rolegate-base64.js'), `export const base64 = '${base64}'\n`)
writeFileSync(join(glue, 'rolegate-base64.d.ts'), 'export declare const base64: string\n')

rmSync(dist, { recursive: true, force: true })
execFileSync('tsc', ['--project', 'tsconfig.build.json'], { cwd: pkg, stdio: 'inherit' })

for (const name of ['rolegate.js', 'rolegate.d.ts', 'rolegate-base64.js', 'rolegate-base64.d.ts']) {
  cpSync(join(glue, name), join(dist, 'glue', name))
}
cpSync(wasm, join(dist, 'rolegate.wasm'))

copy('catalogs', /\.json$/)
copy('schema', /\.json$/)
copy('.', /^LICENSE/)

function copy(folder, wanted) {
  mkdirSync(join(dist, folder), { recursive: true })
  for (const name of readdirSync(join(root, folder)).filter(name => wanted.test(name))) {
    cpSync(join(root, folder, name), join(dist, folder, name))
  }
}
