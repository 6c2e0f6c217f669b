// Packs the npm package as it would be published, installs it into fresh projects without a network,
// and asks each of them for one permission that is granted and one that is not.

import { deepEqual, equal, ok } from 'node:assert/strict'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answersInBrowser, answersInDevelopment, closeBrowser } from './browser.mjs'
import { checkFault, faults } from './faults.mjs'
import { pack } from './pack.mjs'
import { snapshot } from './snapshot.mjs'
import { run, step } from './steps.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const tools = join(here, 'tools/node_modules')
const work = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-packaging-')))
const right = { granted: true, notGranted: false }

try {
  const tarball = (await step('pack', packed)) ?? process.exit()
  const server = install('node', tarball)
  await step('node', () => {
    deepEqual(JSON.parse(run(server, process.execPath, 'index.mjs')), right)
  })
  const esbuild = [
    '--bundle',
    '--platform=node',
    '--target=node20',
    '--format=esm',
    '--out-extension:.js=.mjs',
  ]
  await step("esbuild, a server's bundle", () => {
    run(server, join(tools, '.bin/esbuild'), 'index.mjs', ...esbuild, '--outdir=bundle')
    deepEqual(JSON.parse(run(server, process.execPath, 'bundle/index.mjs')), right)
  })
  for (const condition of ['workerd', 'edge-light']) {
    await step(`esbuild, condition ${condition}`, () => {
      const options = [`--conditions=${condition}`, '--loader:.wasm=binary', '--outdir=edge']
      run(server, join(tools, '.bin/esbuild'), 'index.mjs', ...esbuild, ...options)
      deepEqual(JSON.parse(run(server, process.execPath, 'edge/index.mjs')), right)
    })
  }
  for (const flag of ['--experimental-require-module', '--no-experimental-require-module']) {
    await step(`node, CommonJS, ${flag}`, () => {
      deepEqual(JSON.parse(run(server, process.execPath, flag, 'index.cjs')), right)
    })
  }
  for (const test of ['answers.test.js', 'answers.test.cjs']) {
    for (const condition of ['browser', 'node']) {
      await step(`jest with jsdom, ${test}, condition ${condition}`, () => {
        const config = {
          rootDir: server,
          testMatch: [`**/${test}`],
          testEnvironment: join(tools, 'jest-environment-jsdom'),
          testEnvironmentOptions: { customExportConditions: [condition] },
        }
        const flags = test.endsWith('.cjs') ? [] : ['--experimental-vm-modules']
        const jest = join(tools, 'jest/bin/jest.js')
        run(server, process.execPath, ...flags, jest, '--config', JSON.stringify(config))
      })
    }
  }
  await step('page without a bundler', async () => {
    deepEqual(await answersInBrowser(install('page', tarball)), right)
  })
  for (const [version, modules] of [
    [8, join(root, 'node_modules')],
    [7, tools],
  ]) {
    const project = install('vite', tarball)
    const vite = join(modules, 'vite/bin/vite.js')
    await step(`vite ${version}`, async () => {
      run(project, process.execPath, vite, 'build')
      await checkBuild(join(project, 'dist'))
    })
    await step(`vite ${version}, its development server`, async () => {
      const { createServer } = await import(join(modules, 'vite/dist/node/index.js'))
      deepEqual(await answersInDevelopment(project, createServer), { page: right, worker: right })
    })
    await step(`vite ${version}, a server's bundle`, () => {
      run(project, process.execPath, vite, 'build', '--ssr', 'server.js', '--outDir', 'server')
      deepEqual(JSON.parse(run(project, process.execPath, 'server/server.js')), right)
    })
  }
  const app = install('preview', tarball)
  const builders = {
    vite: [join(root, 'node_modules/vite/bin/vite.js'), 'build'],
    webpack: [join(tools, 'webpack-cli/bin/cli.js')],
  }
  for (const [name, builder] of Object.entries(builders)) {
    for (const mode of ['production', 'development']) {
      await step(`${name}, previews in ${mode}`, () => {
        run(app, process.execPath, ...builder, '--mode', mode)
        equal(holdsPreviews(join(app, 'dist')), mode === 'development')
      })
    }
  }
  const broken = install('faults', tarball)
  for (const [what, how, message] of faults) {
    await step(`page, engine ${what}`, () => checkFault(broken, how, message))
  }
  const typed = install('types', tarball)
  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const configs = ['tsconfig.json', 'no-dom.json']
    if (module !== 'esnext') configs.push('commonjs.json')
    for (const config of configs) {
      await step(`types under ${moduleResolution}, ${config}`, () => {
        const tsc = join(root, 'node_modules/typescript/bin/tsc')
        const options = ['-p', config, '-m', module, '--moduleResolution', moduleResolution]
        run(typed, process.execPath, tsc, ...options)
      })
    }
  }
} finally {
  await closeBrowser()
  rmSync(work, { recursive: true, force: true })
}
/**
 * Checks that a build holds the engine's file and its copy once each, and that page and worker load
 * the copy where the file is lost, and only there.
 */
async function checkBuild(built) {
  const files = readdirSync(built, { recursive: true })
  const engines = files.filter(file => file.endsWith('.wasm'))
  equal(engines.length, 1, `the build holds ${engines.length} wasm files`)
  const carried = readFileSync(join(built, engines[0])).toString('base64')
  const copies = files.filter(
    file => file.endsWith('.js') && readFileSync(join(built, file), 'utf8').includes(carried),
  )
  equal(copies.length, 1, `${copies.length} scripts of the build carry a copy`)
  for (const lost of [false, true]) {
    const asked = new Set()
    const answer = file => {
      asked.add(file)
      return lost && file.endsWith('.wasm') ? { status: 404 } : undefined
    }
    deepEqual(await answersInBrowser(built, { answer }), { page: right, worker: right })
    equal(asked.has(`/${copies[0]}`), lost)
  }
}

/** Whether a build holds anything of `rolegate/preview`: its element, its texts, or the making of keys. */
function holdsPreviews(built) {
  const scripts = readdirSync(built, { recursive: true }).filter(file => file.endsWith('.js'))
  ok(scripts.length > 0, 'the build holds no script')
  const text = scripts.map(file => readFileSync(join(built, file), 'utf8')).join()
  const found = ['rolegate-preview', 'server still knows', 'generateKey'].map(one =>
    text.includes(one),
  )
  ok(
    found.every(one => one === found[0]),
    `the build holds a part of the previews: ${found}`,
  )
  return found[0]
}

/** Makes the tarball, and checks that it holds what was built and nothing else. */
function packed() {
  const { tarball, files } = pack(work)
  const strange = files.filter(
    file => !/^(dist\/|package\.json$|README|LICENSE|CHANGELOG)/.test(file),
  )
  deepEqual(strange, [], 'the package holds more than what was built')
  for (const file of ['dist/rolegate.wasm', 'dist/index.js', 'dist/index.d.ts']) {
    ok(files.includes(file), `the package lacks ${file}`)
  }
  return tarball
}

/** A fresh project in a folder of its own, with the tarball as its only dependency. */
function install(name, tarball) {
  const project = mkdtempSync(join(work, `${name}-`))
  cpSync(join(here, name), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball)
  deepEqual(
    readdirSync(join(project, 'node_modules')).filter(entry => !entry.startsWith('.')),
    ['rolegate'],
  )
  const catalog = join(project, 'node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
  cpSync(catalog, join(project, 'catalog.json'))
  writeFileSync(join(project, 'snapshot.json'), JSON.stringify(snapshot(catalog)))
  return project
}
