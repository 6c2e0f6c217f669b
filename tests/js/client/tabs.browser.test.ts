// Documents of one origin, each with a client: as far as locks and channels go, they are tabs.

import type { Client } from 'rolegate/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { membership, options, sign } from '../helpers/gates.ts'

const entry = new URL('/pkg/dist/entrypoints/client-web.js', location.href).href

type Tab = Window & typeof globalThis & { client: Client; later?: number }

/** What the tabs are answered with. */
let answer: () => Promise<string>
let requests = 0
let seq = 0
const next = (changes = {}) => {
  seq += 1
  return sign({ seq, ...changes })
}
const manager = { memberships: [membership({ roles: ['manager'] })] }

afterEach(() => {
  document.body.replaceChildren()
  requests = 0
})

/**
 * A frame with a client, which a script runs before; `sandbox` takes its origin away, and with it storage,
 * locks and channels.
 */
async function tab(subject: string, sandbox?: string, before = ''): Promise<Tab> {
  const element = document.createElement('iframe')
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox)
  const { keys, issuer, audience, catalog, now } = options
  const desk = JSON.stringify({ keys, issuer, audience, catalog, subject })
  element.srcdoc = `
    <script type="module">
      ${before}
      const { createClient } = await import('${entry}')
      const asked = new Map()
      addEventListener('message', ({ data }) => asked.get(data.id)?.(data.token))
      const fetchToken = () => new Promise(resolve => {
        const id = Math.random()
        asked.set(id, resolve)
        parent.postMessage({ id }, '*')
      })
      globalThis.client = createClient({
        ...${desk}, fetchToken, storage: () => localStorage, now: () => ${now?.()} + (globalThis.later ?? 0),
        logger: { warn: message => parent.postMessage({ warning: message }, '*') },
      })
      const { state } = await client.ready()
      parent.postMessage({ state, allowed: client.gate.can('chat-settings') }, '*')
    </script>`
  document.body.append(element)
  await new Promise(resolve => {
    element.addEventListener('load', resolve)
  })
  return element.contentWindow as Tab
}

/** Answers the tabs' requests, and gives what they say besides. */
function served(): { said: object[] } {
  const said: object[] = []
  const listener = async ({ data, source }: MessageEvent) => {
    if (data?.id === undefined) said.push(data)
    else {
      requests += 1
      ;(source as Window).postMessage({ id: data.id, token: await answer() }, '*')
    }
  }
  addEventListener('message', listener)
  stop = () => removeEventListener('message', listener)
  return { said }
}
let stop = () => {}
afterEach(() => {
  stop()
  localStorage.clear()
})

const ready = { state: 'ready', allowed: true }

describe('tabs', () => {
  it('that open at once make one request, and hear of what one of them fetches', async () => {
    answer = next
    const { said } = served()
    const [one, other] = await Promise.all([tab('u1'), tab('u1')])
    await vi.waitFor(() => expect(said).toEqual([ready, ready]), 20_000)
    await vi.waitFor(() => expect(other?.client.status.activity).toBe('idle'))
    expect(requests).toBe(1)
    answer = () => next(manager)
    await one?.client.invalidate()
    await vi.waitFor(() => expect(other?.client.gate.can('reports.export')).toBe(true))
    expect(requests).toBe(2)
  })

  it('that hear nothing of one another find what one of them has kept', async () => {
    answer = next
    const { said } = served()
    const deaf = 'delete globalThis.BroadcastChannel'
    await Promise.all([tab('u1', undefined, deaf), tab('u1', undefined, deaf)])
    await vi.waitFor(() => expect(said).toEqual([ready, ready]), 20_000)
    expect(requests).toBe(1)
  })

  it('follow one another to another person, and out', async () => {
    answer = next
    const { said } = served()
    const [one, other] = await Promise.all([tab('u1'), tab('u1')])
    await vi.waitFor(() => expect(said.length).toBe(2), 20_000)
    answer = () => next({ sub: 'u2', ...manager })
    await one?.client.switchTo({ subject: 'u2' })
    await vi.waitFor(() => expect(other?.client.gate.can('reports.export')).toBe(true))
    expect(localStorage.length).toBe(2)
    other?.client.signOut()
    await vi.waitFor(() => expect(one?.client.status.activity).toBe('signed-out'))
    expect(one?.client.gate.state).toBe('empty')
    expect(Object.keys(localStorage).filter(key => key.includes('u2'))).toEqual([])
  })

  it('that are closed give their turn to others', async () => {
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    answer = () => {
      asked()
      return new Promise(() => {})
    }
    const { said } = served()
    await tab('u1')
    await waiting
    answer = next
    await tab('u1')
    document.querySelector('iframe')?.remove()
    await vi.waitFor(() => expect(said).toEqual([ready]), 20_000)
  })
})

it('a document without origin, storage and locks has a client all the same', async () => {
  answer = next
  const { said } = served()
  await tab('u1', 'allow-scripts')
  await vi.waitFor(() => expect(said).toContainEqual(ready), 20_000)
  expect(said).toContainEqual({ warning: 'rolegate: the storage has failed' })
})

it('a page that comes back fetches again', async () => {
  answer = next
  const { said } = served()
  const one = await tab('u1')
  await vi.waitFor(() => expect(said).toContainEqual(ready), 20_000)
  await vi.waitFor(() => expect(one.client.status.activity).toBe('idle'))
  answer = () => next(manager)
  one.later = 60_000
  one.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await vi.waitFor(() => expect(one.client.gate.can('reports.export')).toBe(true))
})
