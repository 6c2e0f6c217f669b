// Builds `dist` from `src`, from the glue that wasm-pack wrote, and from the repository's data files.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
import { build as bundle } from 'rolldown'

const pkg = fileURLToPath(new URL('.', import.meta.url))
const root = join(pkg, '..')
const glue = join(pkg, 'glue')
const wasm = join(glue, 'rolegate_bg.wasm')

// Beside the finished folder and not in it, which whoever runs meanwhile finds whole.
mkdirSync(join(root, 'target'), { recursive: true })
const dist = mkdtempSync(join(root, 'target', 'dist-'))

/** What an app brings itself. */
const { peerDependencies } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'))
const frameworks = Object.keys(peerDependencies).map(name => new RegExp(`^${name}(/|$)`))

const { build, engine } = named(readFileSync(wasm))
const constants = [
  ...constant('build', build),
  // For an entry that has no file, or loses it.
  ...constant('base64', engine.toString('base64')),
]

try {
  execFileSync('tsc', ['--project', 'tsconfig.build.json', '--outDir', dist], {
    cwd: pkg,
    stdio: 'inherit',
  })
} catch {
  rmSync(dist, { recursive: true })
  process.exit(1)
}
for (const name of ['rolegate.d.ts', ...constants]) {
  cpSync(join(glue, name), join(dist, 'glue', name))
}
const script = readFileSync(join(glue, 'rolegate.js'), 'utf8')
writeFileSync(join(dist, 'glue', 'rolegate.js'), withOwnText(script))
writeFileSync(join(dist, 'rolegate.wasm'), engine)
// What the compiler does not write.
for (const name of ['import-address.js', 'rolegate.wasm.d.ts']) {
  cpSync(join(pkg, 'src', name), join(dist, name))
}
await writeCommonJs()
copy('catalogs', /\.json$/)
copy('schema', /\.json$/)
copy('.', /^LICENSE/)

rmSync(join(pkg, 'dist'), { recursive: true, force: true })
chmodSync(dist, 0o755)
renameSync(dist, join(pkg, 'dist'))

/**
 * Names the engine after its own bytes, in an empty custom section, so that a script can tell whether
 * a file is of the same build as itself.
 */
function named(wasm) {
  const build = `rolegate ${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}`
  // The section's kind and size, then its name; a length below 128 is one byte.
  const section = [0, build.length + 1, build.length, ...Buffer.from(build)]
  return { build, engine: Buffer.concat([wasm, Buffer.from(section)]) }
}

/**
 * Writes the entries as CommonJS too, for Node before `require` of ES modules, and Jest. They share
 * one engine, as those of ES modules do, and no other file of theirs.
 */
async function writeCommonJs() {
  const folder = join(dist, 'cjs')
  const entries = [
    'node',
    'client-node',
    'server-node',
    'testing-node',
    'preview-node',
    'storybook-node',
    'storybook-manager',
    'reasons',
    'dom',
    'react',
    'vue',
    'svelte',
    'angular',
    'element',
    'slim',
    'inline',
    'development/node',
    'development/client-node',
    'development/slim',
    'development/inline',
  ]
  await bundle({
    input: Object.fromEntries(entries.map(name => [name, join(dist, 'entrypoints', `${name}.js`)])),
    platform: 'node',
    external: frameworks,
    // It keeps `'use client'` of an entry, and warns that it might not.
    onLog: (level, log, handle) => {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
    },
    output: {
      dir: folder,
      format: 'cjs',
      chunkFileNames: '[name].js',
      // An entry does something when it is loaded, so it is in no file that others load.
      codeSplitting: {
        groups: [{ name: 'shared', test: /^(?!.*(base64|entrypoints))/, minShareCount: 2 }],
      },
    },
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  for (const name of readdirSync(dist, { recursive: true })) {
    if (name.endsWith('.d.ts')) cpSync(join(dist, name), join(folder, 'types', name))
  }
}

/** Writes a module that exports a text, and returns the names of its files. */
function constant(name, value) {
  writeFileSync(join(glue, `rolegate-${name}.js`), `export const ${name} = '${value}'\n`)
  writeFileSync(join(glue, `rolegate-${name}.d.ts`), `export declare const ${name}: string\n`)
  return [`rolegate-${name}.js`, `rolegate-${name}.d.ts`]
}

/**
 * Gives the glue the package's own coders of text: it makes them while it is imported, and a runtime
 * may have none. Nothing in it is changed, as an import goes before a global of the same name.
 */
function withOwnText(script) {
  const names = ['TextDecoder', 'TextEncoder']
  for (const name of names) {
    if (script.includes(`new ${name}(`)) continue
    throw new Error(`the glue makes no ${name} any more: see whether \`text.ts\` is still its way`)
  }
  return `import { ${names.join(', ')} } from '../text.js'\n${script}`
}

function copy(folder, wanted) {
  mkdirSync(join(dist, folder), { recursive: true })
  for (const name of readdirSync(join(root, folder)).filter(name => wanted.test(name))) {
    cpSync(join(root, folder, name), join(dist, folder, name))
  }
}
