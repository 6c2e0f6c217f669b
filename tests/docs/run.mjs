// Follows README.md and the pages of docs/: their files are written, their commands run, their
// programs started, in Node and in Chromium.

import { deepEqual, equal, match } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { checkPage } from '../environments/environments.mjs'
import { serve } from '../environments/processes.mjs'
import { built, opened } from './browser.mjs'
import { buttonsSeen, followQuickStart } from './newcomer.mjs'
import { command, output, writeFiles } from './pages.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const app = join(root, 'target', 'docs', 'chat')
const rolegate = process.env.ROLEGATE ?? join(root, 'target', 'debug', 'rolegate')
const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), join(rolegate, '..'), process.env.PATH].join(delimiter),
}
const QUICK_START = 'docs/quick-start.md'
let failures = 0

if (!existsSync(rolegate)) {
  console.error(`there is no \`${rolegate}\`: run \`make command\`, or name it in ROLEGATE`)
  process.exit(1)
}
rmSync(app, { recursive: true, force: true })
mkdirSync(join(app, 'public'), { recursive: true })
writeFiles(
  app,
  'README.md',
  QUICK_START,
  'docs/typescript.md',
  'docs/browser.md',
  'docs/frameworks.md',
  'docs/staying-fresh.md',
  'docs/server-rendering.md',
  'docs/operations.md',
  'docs/testing.md',
  'docs/preview.md',
  'docs/issuing.md',
  'docs/migrating-from-casl.md',
)
// A folder has what was made of it before.
rmSync(join(app, '../chat-keys'), { recursive: true, force: true })
shell(command('npx rolegate keygen', QUICK_START))
mkdirSync(join(app, 'keys'))
shell(command('cp ../chat-keys', QUICK_START))
cpSync(join(app, 'keys/jwks.json'), join(app, 'public/jwks.json'))
shell(command('npx rolegate catalog check', QUICK_START))
shell(command('npx rolegate sign', QUICK_START))
/** Builds as while the app is being written. */
const development = {
  name: 'development',
  config: () => ({ define: { 'import.meta.env.DEV': 'true' } }),
}
const free = readFileSync(join(app, 'public/role-snapshot'), 'utf8')
const pro = signedWith({ seq: 2, entitlements: ['pro'] })

await step('quick start: it leads from an empty folder to all that it says', followQuickStart)

await step('quick start: the built page shows the same', async () => {
  await built(app)
  await opened(app, async page => {
    await expect(page.locator('#state')).toHaveText('ready')
    deepEqual(await buttonsSeen(page), [
      'Reply to Ada',
      'Reply to Ben',
      '[Reply to Cleo]',
      '[Export reports (Pro plan)]',
    ])
  })
})

await step('README: the program gives the answers that stand beside it', () => {
  const program = readFileSync(join(app, 'rights.js'), 'utf8')
  const answer = /^(gate\..+) \/\/ (true|false|\d+|'[^']*')$/gm
  equal(program.match(answer)?.length, 8)
  const served = `
    import { equal } from 'node:assert/strict'
    import { readFile } from 'node:fs/promises'
    globalThis.fetch = async path =>
      new Response(await readFile(path === '/chat.json' ? 'chat.json' : 'public' + path))
  `
  writeFileSync(join(app, 'rights.mjs'), served + program.replace(answer, 'equal($1, $2)'))
  match(shell('node rights.mjs'), /^ready \[/)
})

await step('TypeScript: the files compile, and the mistakes do not', () => {
  shell(command('rolegate types chat', 'docs/typescript.md'))
  const options =
    '--strict --module nodenext --target es2022 --allowImportingTsExtensions --types ""'
  shell(`tsc --noEmit --ignoreConfig ${options} src/permissions.d.ts src/rights.ts`)
  shell(command('rolegate types --module', 'docs/typescript.md'))
  shell(`tsc --noEmit --ignoreConfig ${options} src/chat.ts src/rights.ts`)
})

await step('with your tool: the page lists the tools that are tested', checkPage)

await step('the command: it looks at a snapshot and a catalog', () => {
  const page = 'docs/command.md'
  match(shell(command('rolegate verify', page)), /^person u42$/m)
  match(shell(command('rolegate catalog matrix', page)), /Export reports/)
  // It ends with 1, as the answer is no.
  match(shell(`${command('rolegate explain', page)} || [ $? = 1 ]`), /^denied: not-entitled/)
})

await step('in the browser: the tags and the script ask for everything once', async () => {
  const folder = join(app, 'early')
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(root, 'pkg'), join(folder, 'node_modules/rolegate'))
  mkdirSync(join(folder, 'public'))
  for (const file of ['chat.json', 'public/jwks.json', 'public/role-snapshot']) {
    cpSync(join(app, file), join(folder, 'public', basename(file)))
  }
  await built(folder)
  await opened(folder, async (page, requests) => {
    await expect(page.locator('body')).toHaveAttribute('data-state', 'ready')
    const asked = requests.map(path => path.replace(/-[\w-]+(?=\.\w+$)/, ''))
    const early = ['/assets/rolegate.wasm', '/chat.json', '/jwks.json', '/role-snapshot']
    deepEqual(asked.toSorted(), ['/', '/assets/index.js', ...early].toSorted())
  })
})

await step('operations: a page with an older catalog finds the one that a snapshot names', () => {
  mkdirSync(join(app, 'catalogs'))
  shell(command('cp chat.json', 'docs/operations.md'))
  writeFileSync(
    join(app, 'operations/older.mjs'),
    `import { equal } from 'node:assert/strict'
    import { readFile } from 'node:fs/promises'
    import { startGate } from './gate.js'
    globalThis.fetch = async path => new Response(await readFile(path.slice(1)))
    const older = (await readFile('chat.json', 'utf8')).replace('Back office', 'Office')
    const gate = startGate(await readFile('keys/jwks.json', 'utf8'), older)
    await gate.load((await readFile('public/role-snapshot', 'utf8')).trim())
    equal(gate.level('settings'), 'read')`,
  )
  shell('node operations/older.mjs')
})

await step('testing: the test of an app passes', () => {
  match(shell(command('node --test', 'docs/testing.md')), /pass 4$/m)
})

await step('previews: the program prints what the page says', () => {
  equal(shell('node preview/look.mjs'), output('docs/preview.md'))
})

await step('previews: the app is shown as anyone, but not from a production build', async () => {
  const folder = join(app, 'preview')
  mkdirSync(join(folder, 'public'))
  for (const file of ['jwks.json', 'role-snapshot']) {
    cpSync(join(app, 'public', file), join(folder, 'public', file))
  }
  const look = async page => {
    await page.getByRole('button', { name: 'Preview' }).click()
    const settings = page.getByRole('button', { name: 'Save settings' })
    await expect(settings).toBeHidden()
    await page.getByRole('checkbox', { name: 'Lead' }).check()
    await expect(settings).toBeVisible()
    await page.getByRole('button', { name: 'Leave preview' }).click()
    await expect(settings).toBeHidden()
  }
  await built(folder, [development])
  await opened(folder, look)
  await built(folder)
  const scripts = readdirSync(join(folder, 'dist/assets')).filter(file => file.endsWith('.js'))
  equal(
    scripts.some(file => /preview/.test(readFileSync(join(folder, 'dist/assets', file)))),
    false,
  )
})

await step('testing: Playwright gives a page the token of a person', () => {
  cpSync(join(here, 'chromium.config.js'), join(app, 'chromium.config.js'))
  match(shell('playwright test --config chromium.config.js'), /1 passed/)
})

await step('issuing: each recipe serves each person their own', () => {
  cpSync(join(here, 'issuing.mjs'), join(app, 'issuing.mjs'))
  // A Next.js app has its own `package.json`; here the routes are plain modules.
  equal(shell('node issuing.mjs').trim(), 'hono express fastify next')
})

await step('staying fresh: a page follows the server', async () => {
  const folder = join(app, 'fresh')
  cpSync(join(here, 'fresh.html'), join(folder, 'index.html'))
  await built(folder)
  let token = free
  const serve = async context => {
    // Without a token there is no answer.
    await context.route('**/role-snapshot', route => token && route.fulfill({ body: token }))
    const events = { contentType: 'text/event-stream', body: ': hello\n\n' }
    await context.route('**/role-events', route => route.fulfill(events))
  }
  const follow = async page => {
    const state = page.locator('#state')
    const button = page.getByRole('button', { name: 'Export reports' })
    await expect(state).toHaveText('ready, idle')
    await expect(button).toBeDisabled()
    token = pro
    await expect(button).toBeEnabled({ timeout: 20_000 })
    // Another visit begins with what was kept.
    token = undefined
    await page.reload()
    await expect(button).toBeEnabled()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Sign out' }).click()
    await expect(state).toHaveText('empty, signed-out')
    await expect(button).toBeDisabled()
  }
  await opened(folder, follow, serve)
})

/** Lets a test reach the client of the page. */
const reachable = {
  name: 'reachable',
  transform: (code, id) =>
    id === join(app, 'gate.js') ? `${code}\nglobalThis.client = client\n` : code,
}

/** Follows what the page in `folder` of the app shows, from nothing to the plan and back. */
async function followsGate(name, plugins, names) {
  const folder = join(app, name)
  await built(folder, [...plugins, reachable])
  let arrive
  let token = new Promise(resolve => {
    arrive = resolve
  })
  const serve = context =>
    context.route('**/role-snapshot', async route => route.fulfill({ body: await token }))
  const follow = async page => {
    const button = page.getByRole('button', { name: 'Export reports' })
    const items = page.getByRole('listitem')
    const seen = count => expect(items).toHaveText(names.slice(0, count))
    await expect(button).toBeDisabled()
    await seen(0)
    arrive(free)
    await seen(2)
    await expect(button).toBeDisabled()
    await expect(button).toHaveAccessibleDescription('This is included in Pro plan.')
    token = pro
    await page.evaluate(() => globalThis.client.invalidate())
    await expect(button).toBeEnabled()
    await page.evaluate(() => globalThis.client.signOut())
    await seen(0)
    await expect(button).toBeDisabled()
  }
  await opened(folder, follow, serve)
}

await step(
  'staying fresh: a page that the browser has kept fetches when it is given back',
  async () => {
    const keeping = { ignoreDefaultArgs: ['--disable-back-forward-cache'] }
    const comeBack = async (page, requests) => {
      const fetched = () => requests.filter(path => path === '/role-snapshot').length
      await expect(page.locator('#state')).toHaveText('ready')
      await page.evaluate(() => {
        globalThis.isKept = true
      })
      const before = fetched()
      // Not within five seconds of the first try.
      await expect(async () => {
        await page.goto('/jwks.json')
        await page.goBack({ waitUntil: 'commit' })
        equal(await page.evaluate(() => globalThis.isKept), true)
        await expect.poll(fetched, { timeout: 500 }).toBeGreaterThan(before)
      }).toPass({ timeout: 20_000 })
    }
    await opened(app, comeBack, () => {}, keeping)
  },
)

/** The page that `docs/frameworks.md` shows for React, for the script of another folder. */
function writePage(folder, script) {
  const page = readFileSync(join(app, 'react/index.html'), 'utf8')
  writeFileSync(join(app, folder, 'index.html'), page.replace('./main.jsx', script))
}

writePage('vue', './main.js')
writePage('svelte', './main.js')
const frameworks = { react: react(), vue: vue(), svelte: svelte({ configFile: false }) }
for (const [name, plugin] of Object.entries(frameworks)) {
  await step(`frameworks: ${name} follows the gate`, () =>
    followsGate(name, [plugin], ['Ada', 'Ben']),
  )
}
await step('frameworks: a page follows the gate by its attributes', () =>
  followsGate('dom', [], ['Ada', 'Ben']),
)
await step('frameworks: a custom element follows the gate', () => followsGate('element', [], []))

await step('server rendering: React renders on the server and hydrates in the page', async () => {
  const folder = join(app, 'ssr')
  await built(folder, [react()])
  await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { ssr: 'render.jsx', outDir: 'server' },
    // As an installed package is by itself; here it is linked.
    ssr: { external: ['rolegate'] },
  })
  const { render } = await import(pathToFileURL(join(folder, 'server/render.js')).href)
  const template = readFileSync(join(folder, 'dist/index.html'), 'utf8')
  const button = /<button data-gate-outcome="upsell" aria-disabled="true"[^>]*>Export reports</
  match(await render(template, free.trim()), button)
  writeFileSync(join(folder, 'dist/index.html'), await render(template, pro.trim()))
  await serve('node ssr/server.mjs', { cwd: app, env: environment }, async address => {
    equal(await (await fetch(address)).text(), 'Your page to sign in')
    const answer = await fetch(address, { headers: { cookie: 'person=u42' } })
    match(await answer.text(), /<button data-gate-outcome="show"[^>]*>Export reports</)
  })
  // What React has to say of a page that differs is an error here.
  await opened(folder, async page => {
    const button = page.getByRole('button', { name: 'Export reports' })
    const hydrated = () =>
      page.evaluate(() => Object.keys(document.querySelector('#app')).length > 0)
    await expect.poll(hydrated).toBe(true)
    await expect(button).toBeEnabled()
  })
})

await step('migrating from CASL: both programs print what the page says', () => {
  const printed = output('docs/migrating-from-casl.md')
  shell('rolegate catalog check migration/tickets.json')
  equal(shell('node migration/before.mjs'), printed)
  equal(shell('node migration/after.mjs'), printed)
})

await step('migrating from CASL: both pages let each person use the same buttons', async () => {
  const names = ['migration/page-before', 'migration/page-after']
  for (const name of names) writePage(name, './page.jsx')
  const folders = names.map(name => join(app, name))
  for (const folder of folders) await built(folder, [react()])
  const load = name => import(pathToFileURL(join(app, 'migration', name)).href)
  const [{ people }, server] = [await load('data.mjs'), await load('server.mjs')]
  for (const person of people) {
    const token = await server.snapshotOf(person)
    const serve = async context => {
      await context.route('**/me', route => route.fulfill({ json: person }))
      await context.route('**/jwks.json', route => route.fulfill({ json: server.keys }))
      await context.route('**/role-snapshot', route => route.fulfill({ body: token }))
    }
    const usable = []
    const look = async page => {
      await expect(page.getByRole('button', { name: 'Close t1' })).toBeEnabled()
      usable.push(await page.getByRole('button', { disabled: false }).allTextContents())
    }
    for (const folder of folders) await opened(folder, look, serve)
    deepEqual(usable[1], usable[0])
  }
})

process.exitCode = failures === 0 ? 0 : 1

/** A snapshot of the claims of the quick start, some of them changed. */
function signedWith(changes) {
  const claims = JSON.parse(readFileSync(join(app, 'claims.json'), 'utf8'))
  writeFileSync(join(app, 'changed.json'), JSON.stringify({ ...claims, ...changes }))
  const sign = command('npx rolegate sign', QUICK_START).replace(/--out .*/, 'changed.json')
  return shell(sign)
}

/** Runs `line` in the folder of the app, and returns what it prints; the command is the native one. */
function shell(line) {
  return execFileSync(
    'bash',
    ['-euo', 'pipefail', '-c', line.replace(/^npx rolegate/, 'rolegate')],
    {
      cwd: app,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
}

async function step(name, work) {
  try {
    await work()
    console.log(`ok   ${name}`)
  } catch (error) {
    failures += 1
    console.log(`FAIL ${name}`)
    console.error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
  }
}
