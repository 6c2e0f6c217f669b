// Follows docs/quick-start.md in an empty folder, with the packed packages, as somebody would who has
// Node alone.

import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { serve } from '../environments/processes.mjs'
import { pack } from '../packaging/pack.mjs'
import { command, commands, writeFiles } from './pages.mjs'

const PAGE = 'docs/quick-start.md'
const tools = new URL('../../node_modules/', import.meta.url).pathname
const free = ['Reply to Ada', 'Reply to Ben', '[Reply to Cleo]', '[Export reports (Pro plan)]']

/** Follows the page to its end. */
export async function followQuickStart() {
  const empty = realpathSync(mkdtempSync(join(tmpdir(), 'rolegate-newcomer-')))
  try {
    const chat = join(empty, 'chat')
    const check = command('npx rolegate catalog check', PAGE)
    const sign = command('npx rolegate sign', PAGE)
    const all = commands(PAGE)
    shell(empty, installing(empty, all.slice(0, all.indexOf(check))).join('\n'))
    writeFiles(chat, PAGE)
    shell(chat, check)
    shell(chat, sign)
    const key = JSON.parse(readFileSync(join(empty, 'chat-keys/private.jwk'), 'utf8'))
    const hidden = shell(chat, `grep -rlF -- '${key.d}' . || true`)
    equal(hidden, '', `the private key is in the app: ${hidden}`)
    equal(command('npx vite', PAGE), 'npx vite')
    await serve(
      'npx vite --port PORT --strictPort',
      { cwd: chat, env: process.env },
      async address => {
        await keepsSecret(address, empty, key)
        await shows(address, chat, sign)
      },
    )
  } finally {
    rmSync(empty, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The commands, with the packed packages and the Vite of this repository in place of the registry's. */
function installing(folder, lines) {
  const packed = { rolegate: pack(folder, 'pkg'), 'rolegate-cli': pack(folder, 'cli/npm') }
  const tarball = name => packed[name].tarball
  const offline = 'npm install --offline --no-audit --no-fund'
  const stand = {
    'npm install rolegate': [`${offline} ${tarball('rolegate')}`],
    'npm install --save-dev rolegate-cli vite': [
      `${offline} --save-dev ${tarball('rolegate-cli')}`,
      `ln -s ${tools}vite node_modules/vite`,
      `ln -s ${tools}.bin/vite node_modules/.bin/vite`,
    ],
  }
  for (const line of Object.keys(stand)) ok(lines.includes(line), `${PAGE} lacks \`${line}\``)
  return lines.flatMap(line => stand[line] ?? line)
}

/** Nothing that the development server can be asked for holds the private key. */
async function keepsSecret(address, folder, key) {
  for (const path of [
    'keys/private.jwk',
    'chat-keys/private.jwk',
    '%2e%2e/chat-keys/private.jwk',
  ]) {
    equal((await fetch(address + path)).status, 404, path)
  }
  for (const path of [`@fs${folder}/chat-keys/private.jwk`, 'keys/jwks.json', 'role-snapshot']) {
    const answer = await fetch(address + path)
    ok(!(await answer.text()).includes(key.d), path)
  }
}

/** What the page shows, and how it follows the three changes, each made in another terminal. */
async function shows(address, chat, sign) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  const reports = []
  const state = says => expect(page.locator('#state')).toHaveText(says, { timeout: 20_000 })
  const change = (file, ...pairs) => {
    let text = readFileSync(join(chat, file), 'utf8')
    for (const [from, to] of pairs) {
      ok(text.includes(from), `${file} has no \`${from}\``)
      text = text.replace(from, to)
    }
    writeFileSync(join(chat, file), text)
  }
  const page = await browser.newPage()
  try {
    page.on('pageerror', error => reports.push(error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) reports.push(message.text())
    })
    await page.route('**/favicon.ico', route => route.fulfill({ status: 204 }))
    await page.goto(address)
    await state('ready')
    deepEqual(await buttonsSeen(page), free)
    deepEqual(reports, [])

    change('claims.json', ['"agent"', '"lead"'], ['"seq": 1', '"seq": 2'])
    shell(chat, sign)
    await expect(async () => {
      await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
      equal((await buttonsSeen(page)).length, 8)
    }).toPass({ timeout: 20_000 })

    change('chat.json', ['"settings": "read"', '"settings": "write"'])
    await state(/^empty: .*another version of the catalog/)
    change('claims.json', ['"lead"', '"agent"'])
    shell(chat, sign)
    await page.reload()
    await state('ready')
    deepEqual(await buttonsSeen(page), free.toSpliced(3, 0, 'Save settings'))

    change('public/role-snapshot', ['eyJ', 'eyK'])
    await page.reload()
    await state(/^empty: .+/)
  } catch (error) {
    throw new Error(`${error.message}; the page reported: ${reports.join('; ') || 'nothing'}`)
  } finally {
    await browser.close()
  }
}

/** The page's buttons as they are seen: a disabled one in brackets, a hidden one not at all. */
export async function buttonsSeen(page) {
  const buttons = await page.getByRole('button').all()
  return Promise.all(
    buttons.map(async button => {
      const label = await button.textContent()
      return (await button.isDisabled()) ? `[${label}]` : label
    }),
  )
}

/** Runs lines in a shell of their own, and returns what they print. */
function shell(cwd, lines) {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', lines], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
