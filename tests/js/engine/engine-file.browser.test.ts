// The main entry on pages whose server has lost the engine's file, or answers something else for it.
// Each page is a frame with an engine of its own.

import { afterEach, describe, expect, it } from 'vitest'
import { noon, options, sign } from '../helpers/gates.ts'

const entry = '/pkg/dist/entrypoints/web.js'

afterEach(() => document.body.replaceChildren())

interface Seen {
  allowed: boolean
  refused: boolean
  message?: string
  reports: string[]
  /** What was fetched, by its name. */
  scripts: string[]
}

/** What a page comes to for which `answer`, the text of an expression, is what it gets for the file. */
async function page(answer: string | undefined, policy = ''): Promise<Seen> {
  const { keys, issuer, audience, catalog } = options
  const given = {
    entry: new URL(entry, location.href).href,
    options: { keys, issuer, audience, catalog, strict: true },
    tokens: [await sign(), await sign({ seq: 2 })],
    noon,
  }
  const element = document.createElement('iframe')
  element.srcdoc = `
    <meta http-equiv="content-security-policy" content="${policy}">
    <script type="module">
      const { entry, options, tokens, noon } = ${JSON.stringify(given)}
      // Vitest asks the page that it runs in for every import() of what it serves.
      globalThis.__vitest_browser_runner__ = { wrapDynamicImport: load => load() }
      const reports = []
      console.error = text => reports.push(text)
      const fetched = fetch
      ${answer === undefined ? '' : `globalThis.fetch = async (...request) => (${answer})`}
      const { createGate } = await import(entry)
      const gate = createGate({ ...options, now: () => noon * 1000 })
      let message
      for (const token of tokens) await gate.load(token).catch(error => { message = error.message })
      const scripts = performance.getEntriesByType('resource').map(({ name }) => name)
      const [allowed, refused] = [gate.can('chat-settings'), !gate.can('reports.export')]
      parent.postMessage({ allowed, refused, message, reports, scripts }, '*')
    </script>`
  document.body.append(element)
  return new Promise(resolve => {
    addEventListener('message', ({ source, data }) => {
      if (source === element.contentWindow) resolve(data)
    })
  })
}

const copies = ({ scripts }: Seen): string[] =>
  scripts.filter(name => /base64/.test(new URL(name).pathname))

const works = { allowed: true, refused: true, message: undefined }

describe('the copy in the script is taken', () => {
  const wasm = "{ headers: { 'content-type': 'application/wasm' } }"
  const html = "{ headers: { 'content-type': 'text/html' } }"
  const cut = '(await (await fetched(...request)).arrayBuffer()).slice(0, 100_000)'
  const answers: [what: string, answer: string, reason: RegExp][] = [
    ['404', "new Response('', { status: 404 })", /status 404/],
    ['500', "new Response('', { status: 500 })", /status 500/],
    ['a page', `new Response('<!doctype html>', ${html})`, /is not WebAssembly/],
    ['a page called wasm', `new Response('<!doctype html>', ${wasm})`, /is damaged/],
    ['half of the file', `new Response(${cut}, ${wasm})`, /is damaged/],
    ['half of the file, of no type', `new Response(${cut})`, /is damaged/],
    [
      'another module',
      `new Response(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), ${wasm})`,
      /not the engine of this build/,
    ],
    ['nothing', "Promise.reject(new TypeError('offline'))", /could not be fetched/],
  ]

  it.each(answers)('for %s', async (_, answer, reason) => {
    const seen = await page(answer)
    expect(seen).toMatchObject(works)
    expect(copies(seen)).not.toEqual([])
    expect(seen.reports).toHaveLength(1)
    expect(seen.reports[0]).toMatch(reason)
    expect(seen.reports[0]).toContain("`optimizeDeps: { exclude: ['rolegate'] }`")
  })

  it('where the policy lets nothing be fetched', async () => {
    const scripts = `script-src ${location.origin} 'unsafe-inline' 'wasm-unsafe-eval'`
    const seen = await page(undefined, `${scripts}; connect-src 'none'`)
    expect(seen).toMatchObject(works)
    expect(seen.reports[0]).toMatch(/`connect-src`/)
  })
})

describe('the copy is not even fetched', () => {
  it('where the file is found', async () => {
    const seen = await page(undefined)
    expect(seen).toMatchObject({ ...works, reports: [] })
    expect(seen.scripts.filter(name => name.includes('rolegate.wasm'))).toHaveLength(1)
    expect(copies(seen)).toEqual([])
  })

  it('where the policy blocks WebAssembly', async () => {
    const seen = await page(undefined, `script-src ${location.origin} 'unsafe-inline'`)
    expect(seen).toMatchObject({ allowed: false, refused: true, reports: [] })
    expect(seen.message).toContain("'wasm-unsafe-eval'")
    expect(copies(seen)).toEqual([])
  })
})
