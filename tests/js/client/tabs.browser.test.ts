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

interface Making {
  /** Takes the origin away, and with it storage, locks and channels. */
  readonly sandbox?: string
  /** A script that runs before the client's. */
  readonly before?: string
}

/** A frame that has all it needs for a client, and waits for a message to make it. */
async function frame(subject: string, { sandbox, before = '' }: Making): Promise<Tab> {
  const element = document.createElement('iframe')
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox)
  const { keys, issuer, audience, catalog, now } = options
  const desk = JSON.stringify({ keys, issuer, audience, catalog, subject })
  element.srcdoc = `
    <script type="module">
      ${before}
      const { createClient } = await import('${entry}')
      const asked = new Map()
      const fetchToken = () => new Promise(resolve => {
        const id = Math.random()
        asked.set(id, resolve)
        parent.postMessage({ id }, '*')
      })
      const open = async () => {
        globalThis.client = createClient({
          ...${desk}, fetchToken, storage: () => localStorage, now: () => ${now?.()} + (globalThis.later ?? 0),
          logger: { warn: message => parent.postMessage({ warning: message }, '*') },
        })
        const { state } = await client.ready()
        parent.postMessage({ state, allowed: client.gate.can('chat-settings') }, '*')
      }
      addEventListener('message', ({ data }) => data === 'open' ? open() : asked.get(data.id)?.(data.token))
      parent.postMessage('here', '*')
    </script>`
  const isHere = new Promise<void>(resolve => {
    const listener = ({ data, source }: MessageEvent) => {
      if (data !== 'here' || source !== element.contentWindow) return
      removeEventListener('message', listener)
      resolve()
    }
    addEventListener('message', listener)
  })
  document.body.append(element)
  await isHere
  return element.contentWindow as Tab
}

/** Tabs that open at once. */
async function open<Subjects extends string[]>(
  subjects: readonly [...Subjects],
  making: Making = {},
): Promise<{ [Index in keyof Subjects]: Tab }> {
  const frames = await Promise.all(subjects.map(subject => frame(subject, making)))
  for (const each of frames) each.postMessage('open', '*')
  return frames as { [Index in keyof Subjects]: Tab }
}

/** Answers the tabs' requests, and gives what they say besides. */
function served(): { said: object[] } {
  const said: object[] = []
  const listener = async ({ data, source }: MessageEvent) => {
    if (data === 'here') return
    if (data?.id === undefined) {
      said.push(data)
      return
    }
    requests += 1
    ;(source as Window).postMessage({ id: data.id, token: await answer() }, '*')
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
    const [one, other] = await open(['u1', 'u1'])
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
    await open(['u1', 'u1'], { before: 'delete globalThis.BroadcastChannel' })
    await vi.waitFor(() => expect(said).toEqual([ready, ready]), 20_000)
    expect(requests).toBe(1)
  })

  it('follow one another to another person, and out', async () => {
    answer = next
    const { said } = served()
    const [one, other] = await open(['u1', 'u1'])
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
    await open(['u1'])
    await waiting
    answer = next
    await open(['u1'])
    document.querySelector('iframe')?.remove()
    await vi.waitFor(() => expect(said).toEqual([ready]), 20_000)
  })
})

it('a document without origin, storage and locks has a client all the same', async () => {
  answer = next
  const { said } = served()
  await open(['u1'], { sandbox: 'allow-scripts' })
  await vi.waitFor(() => expect(said).toContainEqual(ready), 20_000)
  expect(said).toContainEqual({ warning: 'rolegate: the storage has failed' })
})

it('a page that comes back fetches again', async () => {
  answer = next
  const { said } = served()
  const [one] = await open(['u1'])
  await vi.waitFor(() => expect(said).toContainEqual(ready), 20_000)
  await vi.waitFor(() => expect(one.client.status.activity).toBe('idle'))
  answer = () => next(manager)
  one.later = 60_000
  one.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await vi.waitFor(() => expect(one.client.gate.can('reports.export')).toBe(true))
})
