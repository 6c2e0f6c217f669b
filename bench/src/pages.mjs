// What is measured in Chromium: the suite on a quick page, and the first answer of a cold one.

import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { catalog, token } from './desk.mjs'
import { rules } from './engines.mjs'
import { median, quantile } from './measure.mjs'
import { keys, sign } from './token.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
/** A page that is isolated has the finest clock. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Fast 3G, as Chromium's developer tools have it: milliseconds, and bytes in a second. */
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
}
const CPU = 4
const ROUNDS = 9

/** The pages whose first answer is measured, by what a report calls them. */
const COLD = {
  rolegate: 'rolegate.html',
  'rolegate with the documented tags': 'rolegate-tags.html',
  'jose + @casl/ability': 'peer.html',
  'jose + @casl/ability with such tags': 'peer-tags.html',
}

/** Measures in Chromium what `suite.mjs` measures. */
export async function inChromium() {
  const files = await built('bench/suite.html')
  return served(files, async (browser, address) => {
    const name = `Chromium ${browser.version().split('.')[0]}`
    const page = await browser.newPage()
    page.on('console', message => {
      if (message.type() === 'info') console.error(`${name}: ${message.text()} …`)
    })
    await page.goto(`${address}/bench/suite.html`)
    return { name, ...(await page.evaluate(() => globalThis.measured)) }
  })
}

/** Measures how long a page takes to its first answer, from nothing on a slow phone. */
export async function coldStarts() {
  const files = new Map([
    ['/jwks.json', JSON.stringify(keys)],
    ['/catalog.json', catalog],
    ['/snapshot', await token()],
    ['/rules', await sign(catalog, { rules: rules() })],
  ])
  // Each by itself, so that no page has chunks that it shares with others.
  for (const file of Object.values(COLD)) {
    for (const [path, content] of await built(`bench/cold/${file}`)) files.set(path, content)
  }
  return served(files, async (browser, address, counted) => {
    const samples = new Map(Object.keys(COLD).map(name => [name, []]))
    for (let round = 0; round < ROUNDS; round += 1) {
      console.error(`cold start: round ${round + 1} of ${ROUNDS} …`)
      for (const [name, file] of Object.entries(COLD)) {
        samples.get(name).push(await firstAnswer(browser, `${address}/bench/cold/${file}`, counted))
      }
    }
    return [...samples].map(([name, starts]) => {
      const times = starts.map(({ at }) => at)
      const [{ requests, bytes }] = starts
      const spread = { least: quantile(times, 0.1), most: quantile(times, 0.9) }
      return { name, ms: median(times), ...spread, requests, bytes }
    })
  })
}

async function firstAnswer(browser, address, counted) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    counted.requests = 0
    counted.bytes = 0
    await page.goto(address)
    await page.waitForFunction(() => globalThis.answer !== undefined)
    const { at, granted, denied } = await page.evaluate(() => globalThis.answer)
    if (granted !== true || denied !== false) throw new Error(`${address} answers wrongly`)
    return { at, ...counted }
  } finally {
    await context.close()
  }
}

/** Builds a page with Vite, as an application is, and returns its files by their paths. */
async function built(input) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'esnext', rollupOptions: { input } },
  })
  return new Map(output.map(file => [`/${file.fileName}`, file.code ?? file.source]))
}

/** Serves files, compressed as a server would, and has `look` look at them in Chromium. */
async function served(files, look) {
  const counted = { requests: 0, bytes: 0 }
  const ready = new Map(
    [...files].map(([path, content]) => [
      path,
      { bytes: brotliCompressSync(content), type: TYPES[extname(path)] ?? 'text/plain' },
    ]),
  )
  const server = createServer(({ url }, response) => {
    const file = ready.get(url)
    if (file === undefined) return response.writeHead(404).end()
    counted.requests += 1
    counted.bytes += file.bytes.length
    const headers = { 'content-type': file.type, 'content-encoding': 'br', ...ISOLATED }
    response.writeHead(200, headers).end(file.bytes)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
    executablePath: process.env.CHROME,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    return await look(browser, `http://127.0.0.1:${server.address().port}`, counted)
  } finally {
    await browser.close()
    server.close()
  }
}
