import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from '@playwright/test'

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

/**
 * Serves `folder`, opens its page, or another `page` of it, and returns what the page wrote as its
 * title. `policy` replaces the strict one of its own; `headers` are sent besides; `answer` may say
 * something else than the file: its `bytes`, `type` or `status`, or `abort` for a connection that breaks.
 */
export async function answersInBrowser(
  folder,
  { page = '', policy = POLICY, headers = {}, answer = () => undefined } = {},
) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname)
    const file = path === '/' ? 'index.html' : path
    try {
      const bytes = await readFile(join(folder, file))
      const said = { bytes, type: TYPES[extname(file)], status: 200, ...answer(file, bytes) }
      if (said.abort) return response.destroy()
      response.writeHead(said.status, {
        'content-type': said.type ?? 'application/octet-stream',
        'content-security-policy': policy,
        ...headers,
      })
      response.end(said.bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    return await answersAt(`http://127.0.0.1:${server.address().port}/${page}`)
  } finally {
    server.close()
  }
}

/** The same, served by Vite as while an application is being written; it is Vite's `createServer`. */
export async function answersInDevelopment(folder, createServer) {
  const vite = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0 },
  })
  try {
    await vite.listen()
    return await answersAt(`http://127.0.0.1:${vite.httpServer.address().port}/`)
  } finally {
    await vite.close()
  }
}

const browsers = new Map()

export async function closeBrowser() {
  for (const browser of browsers.values()) await browser.close()
}

/** Opens the page at `address`, in a browser with these flags, and returns what it wrote as its title. */
export async function answersAt(address, ...flags) {
  const context = await (await browserWith(flags)).newContext()
  try {
    const page = await context.newPage()
    const problems = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    await page.goto(address, { timeout: 60_000 })
    // Asked from here: a page under a strict policy cannot wait for itself.
    for (let wait = 0; wait < 300; wait += 1) {
      // A development server may load the page again, which ends the question.
      const title = await page.title().catch(() => '')
      // A tool may give its page a title of its own first.
      if (title.startsWith('{')) return JSON.parse(title)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`the page gave no answers; its errors: ${problems.join('; ') || 'none'}`)
  } finally {
    await context.close()
  }
}

async function browserWith(flags) {
  const key = flags.join(' ')
  if (!browsers.has(key)) {
    const args = ['--no-sandbox', '--disable-dev-shm-usage', ...flags]
    browsers.set(key, await chromium.launch({ executablePath: process.env.CHROME, args }))
  }
  return browsers.get(key)
}
