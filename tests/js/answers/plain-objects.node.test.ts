import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import equal from 'fast-deep-equal'
import { describe, expect, it } from 'vitest'
import { loaded, sign } from '../helpers/gates.ts'

const gate = await loaded()
const events: unknown[] = []
gate.subscribe(event => void events.push(event))
await gate.load(await sign({ seq: 2, entitlements: ['prime'] }))

/** Everything that a gate hands out, granted and denied. */
const answers: [string, object][] = [
  ['a decision that allows', gate.decide('chat-settings')],
  ['a decision that denies', gate.decide('insights.share')],
  ['a decision about a name that is not there', gate.decide('nothing')],
  ['a decision about a record', gate.decide('conversations.delete', { agent: 'u2' })],
  ['an explanation', gate.explain('insights.share')],
  ['all decisions', gate.decideAll()],
  ['an event', events[0] as object],
  ['violations', gate.roles.checkEdit('agent', { 'reports.export': 'on' })],
]

describe.each(answers)('%s', (_, answer) => {
  const literal: unknown = JSON.parse(JSON.stringify(answer))

  it('equals a literal of its members, by every way to compare', () => {
    assert.deepStrictEqual(answer, literal)
    expect(answer).toStrictEqual(literal)
    expect(answer).toEqual(literal)
    assert(equal(answer, literal))
    assert(equal(literal, answer))
  })

  it('can be cloned, spread and turned into text', () => {
    assert.deepStrictEqual(structuredClone(answer), literal)
    if (!Array.isArray(answer)) assert.deepStrictEqual({ ...answer }, literal)
    expect(() => String(answer)).not.toThrow()
    expect(`${answer}`).toContain(Array.isArray(answer) ? '' : '[object Object]')
    expect(Object.hasOwn(answer, 'toString')).toBe(false)
  })
})

it('React hands them from a server component to a client component', () => {
  const program = `
    import { createRequire } from 'node:module'
    import { text } from 'node:stream/consumers'
    import { PassThrough } from 'node:stream'
    const { renderToPipeableStream } = createRequire(${JSON.stringify(import.meta.url)})(
      'react-server-dom-turbopack/server.node',
    )
    const { createElement } = createRequire(${JSON.stringify(import.meta.url)})('react')
    import { createGate } from 'rolegate'
    const gate = createGate(${JSON.stringify({ keys: { keys: [] }, issuer: 'i', audience: 'a', catalog: '{}' })})
    const client = Object.assign(() => {}, {
      $$typeof: Symbol.for('react.client.reference'), $$id: 'client.js#Button', $$async: false,
    })
    const manifest = { 'client.js': { id: 'client.js', chunks: [], name: '*' } }
    const errors = []
    const answers = { ...JSON.parse(process.argv[1]), empty: gate.decide('settings'), explained: gate.explain('settings') }
    const stream = renderToPipeableStream(createElement(client, answers), manifest, { onError: error => void errors.push(error.message) })
    const sent = await text(stream.pipe(new PassThrough()))
    process.stdout.write(JSON.stringify({ errors, sent }))
  `
  const { errors, sent } = JSON.parse(
    execFileSync(
      process.execPath,
      ['--conditions=react-server', '--input-type=module', '--eval', program, '{}'],
      { cwd: new URL('../../../pkg', import.meta.url), encoding: 'utf8' },
    ),
  ) as { errors: string[]; sent: string }
  expect(errors).toEqual([])
  expect(sent).toContain('"code":"no-snapshot"')
})
