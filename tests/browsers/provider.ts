// Lets Vitest open its page in any browser that has a W3C WebDriver. The driver is started, told to
// open the page, and stopped; what the page and Vitest say to each other goes over a WebSocket.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { defineBrowserProvider } from '@vitest/browser'
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node'

interface Browser {
  /** The variable that names the driver, and where it is found if none does. */
  driver: [variable: string, program: string]
  capabilities: () => object
  /** Whether it needs a display. */
  display?: boolean
}

const usual = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'))
const chrome = usual['goog:chromeOptions']

const BROWSERS: Record<string, Browser> = {
  chrome: {
    driver: ['CHROMEDRIVER', 'chromedriver'],
    capabilities: () => ({
      'goog:chromeOptions': {
        ...(process.env['CHROME'] === undefined ? {} : { binary: process.env['CHROME'] }),
        args: [...chrome.args, '--js-flags=--expose-gc'],
      },
    }),
  },
  firefox: {
    driver: ['GECKODRIVER', 'geckodriver'],
    capabilities: () => ({
      'moz:firefoxOptions': {
        ...(process.env['FIREFOX'] === undefined ? {} : { binary: process.env['FIREFOX'] }),
        ...usual['moz:firefoxOptions'],
      },
    }),
  },
  // The driver knows where its package has the MiniBrowser.
  webkit: {
    driver: ['WEBKITDRIVER', 'WebKitWebDriver'],
    capabilities: () => ({}),
    display: true,
  },
}

/** The browsers that Vitest can be told to run in. */
export const browsers: string[] = Object.keys(BROWSERS)

export function webdriver(): BrowserProviderOption {
  return defineBrowserProvider({
    name: 'webdriver',
    supportedBrowser: browsers,
    providerFactory: project => new Provider(project.config.browser.name),
  })
}

class Provider implements BrowserProvider {
  readonly name = 'webdriver'
  readonly supportsParallelism = false
  readonly #browser: Browser
  readonly #processes: ChildProcess[] = []
  #session: string | undefined

  constructor(name: string) {
    const browser = BROWSERS[name]
    if (browser === undefined) throw new Error(`no browser ${name}; there are: ${browsers}`)
    this.#browser = browser
  }

  getCommandsContext(): Record<string, unknown> {
    return {}
  }

  async openPage(_: string, url: string): Promise<void> {
    this.#session ??= await this.#begin()
    await request('POST', `${this.#session}/url`, { url })
  }

  async close(): Promise<void> {
    try {
      if (this.#session !== undefined) await request('DELETE', this.#session)
    } finally {
      for (const child of this.#processes.reverse()) child.kill()
    }
  }

  async #begin(): Promise<string> {
    const { driver, capabilities, display } = this.#browser
    const env = display ? { ...process.env, DISPLAY: await this.#display() } : process.env
    const port = await freePort()
    const [variable, program] = driver
    const child = spawn(process.env[variable] ?? program, [`--port=${port}`], {
      env,
      stdio: 'ignore',
    })
    this.#processes.push(child)
    const failed = failure(child)
    const address = `http://127.0.0.1:${port}`
    await untilReady(address, failed)
    const { sessionId } = (await Promise.race([
      failed,
      request('POST', `${address}/session`, { capabilities: { alwaysMatch: capabilities() } }),
    ])) as { sessionId: string }
    return `${address}/session/${sessionId}`
  }

  /** Starts a display that nobody sees, and returns its name. */
  async #display(): Promise<string> {
    const child = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    )
    this.#processes.push(child)
    const number = new Promise<string>(resolve => {
      child.stdio[3]?.once('data', data => resolve(`:${String(data).trim()}`))
    })
    return Promise.race([failure(child), number])
  }
}

/** Rejects when the program cannot be started, or ends. */
function failure(child: ChildProcess): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${child.spawnfile} ended with ${code}`)))
  })
  // It ends in the end, when nobody waits any more.
  failed.catch(() => {})
  return failed
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

async function untilReady(address: string, failed: Promise<never>): Promise<void> {
  for (let wait = 0; wait < 300; wait += 1) {
    const status = await request('GET', `${address}/status`).catch(() => undefined)
    if ((status as { ready: boolean } | undefined)?.ready) return
    await Promise.race([failed, setTimeout(100)])
  }
  throw new Error(`no WebDriver answers at ${address}`)
}

async function request(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${address}: ${value.error}: ${value.message}`)
  return value
}
