// Where a page's code may run besides the page itself: workers, and frames with policies of their own.

import { createGate, isGateError } from 'rolegate'
import type { EngineCode } from 'rolegate/slim'
import { afterEach, describe, expect, it } from 'vitest'
import { loaded, noon, options, sign } from '../helpers/gates.ts'
import AnswersShared from './worker.ts?sharedworker'
import Answers from './worker.ts?worker'

const entry = '/pkg/dist/entrypoints/web.js'

afterEach(() => document.body.replaceChildren())

const nextMessage = (from: Worker | MessagePort): Promise<unknown> =>
  new Promise((resolve, reject) => {
    from.onmessage = ({ data }) => resolve(data)
    if ('onerror' in from) from.onerror = () => reject(new Error('the worker failed'))
  })

async function ownAnswers(): Promise<string> {
  const gate = await loaded()
  return JSON.stringify([gate.state, gate.decideAll({ agent: 'u1' }, 'conversation')])
}

describe('in a worker', () => {
  it('the answers are those of the page', async () => {
    const worker = new Answers()
    expect(await nextMessage(worker)).toBe(await ownAnswers())
    worker.terminate()
  })

  it('that is shared, too', async () => {
    const { port } = new AnswersShared()
    expect(await nextMessage(port)).toBe(await ownAnswers())
    port.close()
  })

  it('that stands between page and network, too', async () => {
    const registration = await navigator.serviceWorker.register(
      new URL('./service-worker.ts', import.meta.url),
      { type: 'module' },
    )
    try {
      const worker = registration.installing ?? registration.active
      const { port1, port2 } = new MessageChannel()
      const answer = nextMessage(port1)
      const { keys, issuer, audience } = options
      worker?.postMessage({ keys, issuer, audience, noon, token: await sign() }, [port2])
      expect(await answer).toBe(await ownAnswers())
    } finally {
      await registration.unregister()
    }
  })
})

type Realm = Window & typeof globalThis

/** The global object of a new frame. */
async function frame(): Promise<Realm> {
  const element = document.createElement('iframe')
  const loading = new Promise(resolve => element.addEventListener('load', resolve))
  element.srcdoc = '<title>another realm</title>'
  document.body.append(element)
  await loading
  return element.contentWindow as Realm
}

describe('another realm', () => {
  it('may make what is given to a gate', async () => {
    const other = await frame()
    const catalog = new other.Uint8Array(new TextEncoder().encode(options.catalog as string))
    const gate = createGate(Object.assign(new other.Object(), options, { catalog }))
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('documents.view', { with: new other.Array('u1', 'u2') })).toBe(true)
  })

  it('has gates of its own, and errors that are known here', async () => {
    const other: typeof import('rolegate') = await (await frame()).eval(`import('${entry}')`)
    expect(other.createGate).not.toBe(createGate)
    const [own, foreign] = [await loaded(), other.createGate(options)]
    expect(isGateError(await foreign.load('x').catch((error: unknown) => error))).toBe(true)
    await foreign.load(await sign())
    expect(foreign.can('chat-settings')).toBe(true)
    own.dispose()
    expect(own.can.call(foreign, 'chat-settings')).toBe(false)
    expect(foreign.can('chat-settings')).toBe(true)
  })
})

describe('the engine of a page is started from what another realm has made', () => {
  const wasm = new URL('/pkg/dist/rolegate.wasm', location.href)
  const codes: [what: string, code: () => EngineCode | Promise<EngineCode>][] = [
    ['a URL', () => wasm],
    ['a Response', () => fetch(wasm)],
    ['an ArrayBuffer', async () => (await fetch(wasm)).arrayBuffer()],
    ['a view', async () => new Uint8Array(await (await fetch(wasm)).arrayBuffer())],
    ['a module', () => WebAssembly.compileStreaming(fetch(wasm))],
  ]
  it.each(codes)('%s', async (_, code) => {
    const other: typeof import('rolegate/slim') = await (await frame()).eval(
      "import('/pkg/dist/entrypoints/slim.js')",
    )
    other.provideEngine(code)
    const gate = other.createGate(options)
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  })
})

interface Surroundings {
  /** The frame's Content-Security-Policy, and what is added to it once a snapshot is loaded. */
  policy?: string
  laterPolicy?: string
  sandbox?: string
}

/** Loads twice in a frame that stands in these surroundings, and says what came of it. */
async function loadedIn({ policy = '', laterPolicy = '', sandbox }: Surroundings) {
  const { keys, issuer, audience, catalog } = options
  const given = {
    entry: new URL(entry, location.href).href,
    options: { keys, issuer, audience, catalog },
    tokens: [await sign(), await sign({ seq: 2 })],
    noon,
    laterPolicy,
  }
  const element = document.createElement('iframe')
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox)
  element.srcdoc = `
    <meta http-equiv="content-security-policy" content="${policy}">
    <script type="module">
      const { entry, options, tokens, noon, laterPolicy } = ${JSON.stringify(given)}
      const { createGate } = await import(entry)
      const gate = createGate({ ...options, now: () => noon * 1000 })
      const messages = []
      for (const token of tokens) {
        await gate.load(token).catch(error => messages.push(error.message))
        const meta = document.createElement('meta')
        meta.httpEquiv = 'content-security-policy'
        meta.content = laterPolicy
        if (laterPolicy !== '') document.head.append(meta)
      }
      const { state, seq } = gate
      const { allowed, outcome } = gate.decide('chat-settings')
      parent.postMessage({ origin, state, seq, allowed, outcome, messages }, '*')
    </script>`
  document.body.append(element)
  return new Promise<Record<string, unknown>>(resolve => {
    addEventListener('message', ({ source, data }) => {
      if (source === element.contentWindow) resolve(data)
    })
  })
}

const works = { state: 'ready', seq: 2, allowed: true, outcome: 'show', messages: [] }

describe('under a policy', () => {
  const scripts = `script-src ${location.origin} 'unsafe-inline'`

  it('that lets WebAssembly run, and no text become code, it works', async () => {
    const policy = [
      `${scripts} 'wasm-unsafe-eval'`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]
    expect(await loadedIn({ policy: policy.join('; ') })).toMatchObject(works)
  })

  it('that blocks WebAssembly, nothing is allowed', async () => {
    const message = expect.stringContaining("'wasm-unsafe-eval'")
    expect(await loadedIn({ policy: scripts })).toMatchObject({
      state: 'failed',
      allowed: false,
      outcome: 'loading',
      messages: [message, message],
    })
  })

  it('that comes when the engine runs, it goes on', async () => {
    expect(await loadedIn({ laterPolicy: scripts })).toMatchObject(works)
  })
})

it('a frame without an origin has the same answers', async () => {
  expect(await loadedIn({ sandbox: 'allow-scripts' })).toMatchObject({ ...works, origin: 'null' })
})
