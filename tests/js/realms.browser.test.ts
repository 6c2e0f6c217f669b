// Where a page's code may run besides the page itself: workers, and frames with policies of their own.

import { createGate, isGateError } from 'rolegate'
import { afterEach, describe, expect, it } from 'vitest'
import AnswersShared from './answers.worker.ts?sharedworker'
import Answers from './answers.worker.ts?worker'
import { loaded, options, sign } from './util.ts'

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
    expect(() => own.can.call(foreign, 'chat-settings')).toThrow(TypeError)
    own.dispose()
    expect(foreign.can('chat-settings')).toBe(true)
  })
})

describe('under a policy', () => {
  /** Loads in a frame with the policy, and says what came of it. */
  async function loadedUnder(policy: string): Promise<unknown> {
    Object.assign(globalThis, { given: { options, token: await sign() } })
    const element = document.createElement('iframe')
    element.srcdoc = `
      <meta http-equiv="content-security-policy" content="${policy}">
      <script type="module">
        import { createGate } from '${entry}'
        const gate = createGate(parent.given.options)
        const message = await gate.load(parent.given.token).then(() => '', error => error.message)
        const { allowed, outcome } = gate.decide('chat-settings')
        parent.postMessage({ state: gate.state, allowed, outcome, message }, '*')
      </script>`
    document.body.append(element)
    return new Promise(resolve => {
      addEventListener('message', ({ source, data }) => {
        if (source === element.contentWindow) resolve(data)
      })
    })
  }

  it('that lets WebAssembly run, and no text become code, it works', async () => {
    const policy = [
      `script-src ${location.origin} 'unsafe-inline' 'wasm-unsafe-eval'`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]
    const answer = await loadedUnder(policy.join('; '))
    expect(answer).toEqual({ state: 'ready', allowed: true, outcome: 'show', message: '' })
  })

  it('that blocks WebAssembly, nothing is allowed', async () => {
    expect(await loadedUnder(`script-src ${location.origin} 'unsafe-inline'`)).toEqual({
      state: 'failed',
      allowed: false,
      outcome: 'loading',
      message: expect.stringContaining("'wasm-unsafe-eval'"),
    })
  })
})
