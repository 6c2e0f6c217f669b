// Whether gates report without being told to, by the condition that a build or a process sets.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { membership, options, sign } from '../helpers/gates.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { keys, issuer, audience, catalog } = options
const settings = JSON.stringify({ keys, issuer, audience, catalog })
const token = await sign({ memberships: [membership()] })

/** Asks two gates for a name that the catalog lacks, and returns what they have reported. */
function reported(
  condition: string | undefined,
  form: 'import' | 'require',
  entry = 'rolegate',
  strict = '',
) {
  const client = entry === 'rolegate/client'
  const ask = `
    const console_ = []
    console.error = text => console_.push(text)
    const now = () => 1790000000000
    const given = { ...${settings}, now, ${strict} }
    const answers = []
    for (let gates = 0; gates < 2; gates += 1) {
      const gate = ${
        client
          ? `await (async client => (await client.ready(), client.gate))(
              library.createClient({ ...given, fetchToken: () => '${token}' }))`
          : 'library.createGate(given)'
      }
      ${client ? '' : `await gate.load('${token}')`}
      answers.push(gate.can('reprots.export'), gate.can('chat-settings'))
    }
    console.log(JSON.stringify([answers, console_]))`
  const program =
    form === 'import'
      ? `import * as library from '${entry}'; ${ask}`
      : `const library = require('${entry}'); (async () => { ${ask} })()`
  const args = [
    ...(condition ? [`--conditions=${condition}`] : []),
    ...(form === 'import' ? ['--input-type=module'] : []),
    '--eval',
    program,
  ]
  const [answers, reports] = JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 20_000 }),
  )
  expect(answers).toEqual([false, true, false, true])
  return reports
}

const report =
  'rolegate: the catalog has no permission `reprots.export`; did you mean `reports.export`?'

describe.each(['import', 'require'] as const)('by `%s`', form => {
  it.each(['rolegate', 'rolegate/client', 'rolegate/inline'])(
    '`%s` reports in development, each mistake once in a process, and otherwise not',
    entry => {
      expect(reported('development', form, entry)).toEqual([report])
      expect(reported('production', form, entry)).toEqual([])
      expect(reported(undefined, form, entry)).toEqual([])
    },
  )

  it('what the app says goes first', () => {
    expect(reported('development', form, 'rolegate', 'strict: false')).toEqual([])
    expect(reported('production', form, 'rolegate', 'strict: true')).toEqual([report, report])
  })
})

it('every entry that makes gates has one for development, beside each other of its own', () => {
  const { exports } = JSON.parse(readFileSync(`${root}pkg/package.json`, 'utf8'))
  const files = (given: unknown): string[] =>
    typeof given === 'string'
      ? given.endsWith('.js')
        ? [given]
        : []
      : Object.values(given as object).flatMap(files)
  for (const entry of ['.', './client', './slim', './inline']) {
    const all = files(exports[entry])
    const forDevelopment = all.filter(file => file.includes('/development/'))
    const others = all.filter(file => !file.includes('/development/'))
    expect(new Set(forDevelopment.map(file => file.replace('/development/', '/')))).toEqual(
      new Set(others),
    )
  }
})
