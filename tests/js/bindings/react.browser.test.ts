import {
  createElement as h,
  Profiler,
  type ReactNode,
  StrictMode,
  Suspense,
  useLayoutEffect,
} from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import type { Gate } from 'rolegate'
import {
  Can,
  type CanProps,
  GateProvider,
  useCan,
  useDecision,
  useGate,
  useGateState,
} from 'rolegate/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { empty, loaded, membership, noon, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS, CONVERSATIONS, ROW } from './page.ts'
import { behaves, counted, type Drawn, type Page } from './suite.ts'

type Asked = { question: string; record?: object | undefined }

function Control(props: Asked & { id?: string; act?: (() => void) | undefined }): ReactNode {
  const { id, question, record, act } = props
  const children: CanProps['children'] = (_, control) =>
    h('button', { id, type: 'button', ...control, onClick: act }, 'x')
  return h(Can, { question, record, children })
}

function Answers(): ReactNode {
  const count = useGate().filter('conversations.delete', CONVERSATIONS).length
  const texts = {
    state: useGateState(),
    can: `${useCan('insights')}`,
    outcome: useDecision('insights').outcome,
    count: `${count}`,
  }
  return Object.entries(texts).map(([id, text]) => h('p', { id, key: id }, text))
}

function Late({ work }: { work: () => void }): ReactNode {
  useLayoutEffect(() => work(), [work])
  return null
}

function App({ page, rows }: { page: Page; rows: number }): ReactNode {
  const content = [
    ...CONTROLS.map(control => h(Control, { key: control.id, ...control, act: page.act })),
    h(
      Can,
      {
        key: 'only',
        question: 'chat-settings:write',
        fallback: h('p', { id: 'instead' }, 'x'),
        loading: h('p', { id: 'waiting' }, 'x'),
      },
      h('p', { id: 'only' }, 'x'),
    ),
    h(Answers, { key: 'answers' }),
    Array.from({ length: rows }, (_, row) => h(Control, { key: row, question: ROW })),
    h(Late, { key: 'late', work: page.whileDrawing }),
  ]
  return page.gate ? h(GateProvider, { gate: page.gate }, content) : content
}

function drawn(root: Root, page: Page, wrap: (app: ReactNode) => ReactNode): Drawn {
  const rows = (count: number) => flushSync(() => root.render(wrap(h(App, { page, rows: count }))))
  rows(0)
  return {
    rows: async count => rows(count),
    undraw: async () => root.unmount(),
  }
}

const has = ['hooks', 'only', 'waiting', 'outside'] as const

behaves('rolegate/react', {
  draw: (target, page) => drawn(createRoot(target), page, app => app),
  has,
})
// Says nothing of a missing gate, as the one above has said it.
behaves('rolegate/react, in strict mode', {
  draw: (target, page) => drawn(createRoot(target), page, app => h(StrictMode, null, app)),
  has: ['hooks', 'only', 'waiting'],
})

describe('components of React', () => {
  let target: HTMLElement
  let root: Root | undefined
  const render = (node: ReactNode): void => {
    target = document.body.appendChild(document.createElement('main'))
    root = createRoot(target)
    flushSync(() => root?.render(node))
  }
  afterEach(() => {
    root?.unmount()
    target.remove()
  })

  it('render again only where the answer is another one', async () => {
    const renders = vi.fn()
    const counting = (id: string, node: ReactNode) =>
      h(Profiler, { id, key: id, onRender: id => renders(id) }, node)
    const One = (asked: Asked) => `${useCan(asked.question, asked.record)}`
    const Two = (asked: Asked) => useDecision(asked.question, asked.record).code
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    render(
      h(GateProvider, { gate }, [
        counting('export', h(One, { question: 'reports.export' })),
        counting('insights', h(Two, { question: 'insights' })),
        counting('delete', h(Two, { question: 'conversations.delete', record: { agent: 'u1' } })),
      ]),
    )
    renders.mockClear()
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    await vi.waitFor(() => expect(target.textContent).toBe('falsegrantedgranted'))
    expect(renders.mock.calls).toEqual([['insights']])
  })

  it('get another gate after every change, for what remembers results', async () => {
    const seen: unknown[] = []
    const Seen = () => {
      seen.push(useGate())
      return null
    }
    const gate = await loaded(snapshot({}, { seq: 1 }))
    render(h(GateProvider, { gate }, h(Seen)))
    await gate.load(await snapshot({}, { seq: 2 }))
    await vi.waitFor(() => expect(seen).toHaveLength(2))
    expect(seen[0]).not.toBe(seen[1])
    expect(seen[1]).toMatchObject({ state: 'ready' })
  })

  it('ask in the workspace of the nearest provider', async () => {
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const Answer = () => `${useCan('reports.export')} `
    render(
      h(GateProvider, { gate: await loaded(sign({ memberships })), in: 'w1' }, [
        h(Answer, { key: 1 }),
        h(GateProvider, { key: 2, gate: await loaded(sign({ memberships })), in: 'w2' }, h(Answer)),
      ]),
    )
    expect(target.textContent).toBe('false true ')
  })

  it('ask another gate from the render on that provides it', async () => {
    const control = (gate: Gate) =>
      h(StrictMode, null, h(GateProvider, { gate }, h(Control, { question: 'reports.export' })))
    const agent = counted(await loaded())
    const manager = counted(await loaded(snapshot({ roles: ['manager'] })))
    render(control(agent.gate))
    expect(target.querySelector('button')).toBe(null)
    flushSync(() => root?.render(control(manager.gate)))
    expect(target.querySelector('button')?.dataset['gateOutcome']).toBe('show')
    await vi.waitFor(() => expect(agent.listeners()).toBe(0))
    expect(manager.listeners()).toBeGreaterThan(0)
  })

  it('let nobody delete in a denied field', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const field: CanProps['children'] = (_, control) => h('input', { ...control })
    render(h(GateProvider, { gate }, h(Can, { question: 'insights', children: field })))
    const deletes = () => {
      const init = { inputType: 'deleteContentBackward', bubbles: true, cancelable: true }
      const event = new InputEvent('beforeinput', init)
      target.querySelector('input')?.dispatchEvent(event)
      return !event.defaultPrevented
    }
    expect(deletes()).toBe(false)
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    expect(deletes()).toBe(true)
  })

  it('load the token of the provider, and the next one', async () => {
    const app = (token: string) =>
      h(StrictMode, null, h(GateProvider, { gate: () => empty(), token }, h(Answers)))
    render(app(await snapshot({ roles: ['agent'] }, { seq: 1 })))
    await vi.waitFor(() => expect(target.querySelector('#count')?.textContent).toBe('2'))
    const next = await snapshot({ roles: ['manager'] }, { seq: 2 })
    flushSync(() => root?.render(app(next)))
    await vi.waitFor(() => expect(target.querySelector('#count')?.textContent).toBe('3'))
  })
})

describe('hydration', () => {
  let target: HTMLElement
  let root: Root | undefined
  const complaints = vi.fn()
  const hydrate = (html: string, node: ReactNode): void => {
    target = document.body.appendChild(document.createElement('main'))
    target.innerHTML = html
    root = hydrateRoot(target, node, { onRecoverableError: error => complaints(error) })
  }
  /** The text of the page, without the answers that it carries. */
  const text = () => {
    const copy = target.cloneNode(true) as Element
    copy.querySelector('script')?.remove()
    return copy.textContent
  }
  const errors = vi.spyOn(console, 'error')
  afterEach(() => {
    root?.unmount()
    target.remove()
    expect(complaints.mock.calls).toEqual([])
    expect(errors.mock.calls).toEqual([])
  })

  /** Every state that is drawn, from the first on. */
  const states: string[] = []
  const Seen = ({ record }: { record?: object }) => {
    const answers = [
      useGateState(),
      `${useCan('conversations.delete', record)}`,
      useDecision('insights').outcome,
    ]
    states.push(answers.join(' '))
    return answers.join(' ')
  }
  const page = (gate: Gate | (() => Gate), token?: string) =>
    h(StrictMode, null, h(GateProvider, { gate, token }, h(Seen, { record: { agent: 'u1' } })))

  it('finds what the server has rendered, whatever the page’s gate says', async () => {
    const html = renderToString(page(await loaded(snapshot({ roles: ['agent'] }))))
    states.length = 0
    hydrate(html, page(empty()))
    await vi.waitFor(() => expect(text()).toBe('empty false loading'))
    expect(states[0]).toBe('ready true upsell')
    expect(target.querySelector('script')).toBe(null)
  })

  it('serves the hydrating render alone', async () => {
    const html = renderToString(page(await loaded(snapshot({ roles: ['manager'] }))))
    const gate = empty()
    const wrap = (isOn: boolean) =>
      h(GateProvider, { gate }, isOn && h(Seen, { record: { agent: 'u1' } }))
    hydrate(html, wrap(true))
    await vi.waitFor(() => expect(text()).toBe('empty false loading'))
    flushSync(() => root?.render(wrap(false)))
    states.length = 0
    flushSync(() => root?.render(wrap(true)))
    expect(states).toEqual(['empty false loading'])
  })

  it('draws nothing again where server and page say the same', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }))
    const app = h(GateProvider, { gate }, h(Seen, { record: { agent: 'u1' } }))
    const html = renderToString(app)
    states.length = 0
    hydrate(html, app)
    await vi.waitFor(() => expect(target.querySelector('script')).toBe(null))
    expect(states).toEqual(['ready true upsell'])
  })

  it('keeps the server’s page until the token is loaded, so that nothing flashes', async () => {
    const token = await snapshot({ roles: ['agent'] })
    const gate = await loaded(token)
    const html = renderToString(page(gate, token))
    states.length = 0
    const made = vi.fn(() => empty())
    hydrate(html, page(made, token))
    await vi.waitFor(() => expect(target.querySelector('script')).toBe(null))
    expect(new Set(states)).toEqual(new Set(['ready true upsell']))
    expect(made).toHaveBeenCalledTimes(1)
  })

  it('says what the page knows once a token is refused', async () => {
    const token = await snapshot({ roles: ['agent'] })
    const html = renderToString(page(await loaded(token), token))
    const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {})
    hydrate(html, page(empty({ now: () => (noon + 9000) * 1000 }), token))
    await vi.waitFor(() => expect(text()).toBe('empty false loading'))
    expect(reported.mock.calls).toMatchObject([[{ code: 'ERR_SNAPSHOT_EXPIRED' }]])
    reported.mockRestore()
  })

  it('waits with a part that comes later', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }))
    let isHere = false
    let arrive = () => {}
    const arrived = new Promise<void>(resolve => {
      arrive = () => {
        isHere = true
        resolve()
      }
    })
    const Slow = ({ wait }: { wait: boolean }) => {
      // As `use` does, which React 18 lacks.
      if (wait && !isHere) throw arrived
      return h(Seen, { record: { agent: 'u1' } })
    }
    const app = (wait: boolean) => h(GateProvider, { gate }, h(Suspense, null, h(Slow, { wait })))
    const html = renderToString(app(false))
    hydrate(html, app(true))
    await vi.waitFor(() => expect(target.querySelector('script')).toBe(null))
    gate.clear()
    states.length = 0
    arrive()
    await vi.waitFor(() => expect(text()).toBe('empty false loading'))
    expect(states[0]).toBe('ready true upsell')
  })
})
