// React on a server, where there is no page.

import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createElement as h, type ReactNode } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { Can, GateProvider, useCan, useDecision, useGate, useGateState } from 'rolegate/react'
import { expect, it, vi } from 'vitest'
import { empty, loaded, snapshot } from '../helpers/gates.ts'
import { CONVERSATIONS } from './page.ts'
import { counted } from './suite.ts'

const Answers = (): ReactNode =>
  [
    useGateState(),
    `${useCan('reports.export')}`,
    useDecision('insights').outcome,
    useGate().filter('conversations.delete', CONVERSATIONS).length,
  ].join(' ')

/** What is in the HTML for people, and what travels for the page. */
function parts(html: string): { seen: string; travelling: unknown } {
  const [, seen, json] =
    /^(.*)<script id="[^"]+" type="application\/json">(.*)<\/script>$/.exec(html) ?? []
  return { seen: seen ?? html, travelling: JSON.parse(json ?? 'null') }
}

it('renders what a gate says, and the answers to what was asked', async () => {
  const { gate, listeners } = counted(await loaded(snapshot({ roles: ['agent'] })))
  const { seen, travelling } = parts(renderToString(h(GateProvider, { gate }, h(Answers))))
  expect(seen).toBe('ready false upsell 2')
  expect(travelling).toMatchObject({ values: ['ready', false, gate.decide('insights')] })
  expect(listeners()).toBe(0)
})

it('sends every answer once, whoever asks', async () => {
  const gate = await loaded(snapshot({ roles: ['agent'] }))
  const Row = ({ agent }: { agent: string }) => useDecision('conversations.delete', { agent }).code
  const rows = Array.from({ length: 1000 }, (_, row) =>
    h(Row, { key: row, agent: row % 2 === 0 ? 'u1' : 'u9' }),
  )
  const html = renderToString(h(GateProvider, { gate }, rows))
  const { values, asked } = parts(html).travelling as { values: unknown[]; asked: object }
  expect(values).toHaveLength(2)
  expect(Object.keys(asked)).toHaveLength(1000)
  expect(JSON.stringify(asked).length).toBeLessThan(16_000)
})

it('waits for the token, and gives each of many people their own', async () => {
  const made = vi.fn(() => empty())
  const render = async (roles: string[], sub: string) => {
    const token = await snapshot({ roles }, { sub })
    const app = h(GateProvider, { gate: made, token }, h(Answers))
    const through = new PassThrough()
    const html = text(through)
    const { pipe } = renderToPipeableStream(app, { onAllReady: () => pipe(through) })
    return parts((await html).replaceAll('<!-- -->', '')).seen
  }
  const people = Array.from({ length: 20 }, (_, person) => person)
  const seen = await Promise.all(
    people.map(person => render([person % 2 === 0 ? 'agent' : 'manager'], `u${person}`)),
  )
  expect(made).toHaveBeenCalledTimes(20)
  expect(seen).toEqual(
    people.map(person =>
      person % 2 === 0 ? expect.stringMatching(/^ready false upsell/) : 'ready true upsell 3',
    ),
  )
})

it('draws a control as the page does', async () => {
  const gate = await loaded(snapshot({ roles: ['agent'] }))
  const html = renderToString(
    h(
      GateProvider,
      { gate, reason: ({ code }) => `Because: ${code}` },
      h(Can, { question: 'insights', children: (_, control) => h('a', control, 'x') }),
    ),
  )
  const attributes =
    'data-gate-outcome="upsell" aria-disabled="true" aria-description="Because: not-entitled"'
  expect(parts(html).seen).toBe(`<a ${attributes}>x</a>`)
})
