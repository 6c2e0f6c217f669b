// Builds pages with Vite, and opens them in Chromium under the policy that docs/browser.md names.

import { chromium } from '@playwright/test'
import { build, preview } from 'vite'

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
const SETTINGS = { configFile: false, logLevel: 'warn' }

/** Builds the page in `root` into its folder `dist`. */
export async function built(root, plugins = []) {
  await build({ root, ...SETTINGS, plugins })
}

/**
 * Opens the page that was built in `root`, and has `look` look at it and at the requests that reached
 * the server; what the page reports is an error. `prepare` is given the browser's context beforehand, to
 * answer in place of the server; `launching` is for the browser.
 */
export async function opened(root, look, prepare = () => {}, launching = {}) {
  const requests = []
  const server = await preview({
    root,
    ...SETTINGS,
    plugins: [recording(requests)],
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': POLICY } },
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    ...launching,
  })
  const problems = []
  try {
    const baseURL = `http://127.0.0.1:${server.httpServer.address().port}/`
    const context = await browser.newContext({ baseURL })
    await prepare(context)
    const page = await context.newPage()
    // Which no page here has, and the browser asks for.
    await page.route('**/favicon.ico', route => route.fulfill({ status: 204 }))
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => problems.push(message.text()))
    await page.goto('/')
    await look(page, requests)
  } catch (error) {
    throw new Error(`${error.message}; the page reported: ${problems.join('; ') || 'nothing'}`)
  } finally {
    await browser.close()
    await server.close()
  }
  if (problems.length > 0) throw new Error(`the page reported: ${problems.join('; ')}`)
}

/** Keeps the path of every request that the server is asked. */
function recording(requests) {
  return {
    name: 'recording',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        requests.push(request.url)
        next()
      })
    },
  }
}
