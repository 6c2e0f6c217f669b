import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from '@playwright/test'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

/**
 * Serves `folder`, opens its page, and returns what the page wrote as its title. `policy` replaces
 * the strict one of its own; `headers` are sent besides; `answer` may say something else than the
 * file: its `bytes`, `type` or `status`, or `abort` for a connection that breaks.
 */
export async function answersInBrowser(
  folder,
  { policy = POLICY, headers = {}, answer = () => undefined } = {},
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
    return await answersAt(`http://127.0.0.1:${server.address().port}/`)
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

let browser

export async function closeBrowser() {
  await browser?.close()
}

async function answersAt(address) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROME,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const problems = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    await page.goto(address)
    // Asked from here: a page under a strict policy cannot wait for itself.
    for (let wait = 0; wait < 300; wait += 1) {
      const title = await page.title()
      if (title !== '') return JSON.parse(title)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`the page gave no answers; its errors: ${problems.join('; ') || 'none'}`)
  } finally {
    await context.close()
  }
}
