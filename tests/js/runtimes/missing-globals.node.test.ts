// Importing the package where a runtime has less than browsers and Node, as Jest's jsdom does.

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { audience, digest, issuer, keys, noon, sign } from '../helpers/gates.ts'
import { catalog as desk } from '../helpers/help-desk.ts'

const entry = (name: string): string =>
  fileURLToPath(new URL(`../../../pkg/dist/entrypoints/${name}.js`, import.meta.url))

/** What a program prints that runs with ECMAScript's globals, and with those named in `besides`. */
function printed(besides: readonly string[], program: string, given: unknown): unknown {
  const bare = `
    import { writeSync } from 'node:fs'
    import { runInNewContext } from 'node:vm'
    const language = runInNewContext('Object.getOwnPropertyNames(globalThis)')
    const kept = language.filter(name => name !== 'WebAssembly' && name !== 'console')
    const besides = ${JSON.stringify(besides)}
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!kept.includes(name) && !besides.includes(name)) delete globalThis[name]
    }
    const given = ${JSON.stringify(given)}
    writeSync(1, JSON.stringify(await (async () => { ${program} })()))`
  const args = ['--input-type=module', '--eval', bare]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

const load = `
  const { createGate } = await import(given.entry)
  const records = { document: { owner: document => document.by } }
  const gate = createGate({ ...given.options, records, now: () => given.now })
  const error = await gate.load(given.token).catch(error => error)
  return {
    state: gate.state,
    message: error?.message,
    decisions: gate.decideAll({ by: given.person }, 'document'),
    refused: await createGate({ ...given.options, catalog: given.wrong })
      .load(given.token)
      .catch(error => error.message),
  }`

it.each(['node', 'web', 'inline', 'slim'])(
  '`%s` is imported where there is nothing but ECMAScript',
  name => {
    const catalog = '{}'
    const options = { keys, issuer, audience, catalog }
    const given = { entry: entry(name), options, now: 0, token: 'x', wrong: catalog }
    expect(printed([], load, given)).toMatchObject({
      state: 'failed',
      message: 'this runtime has no WebAssembly',
    })
  },
)

it.each(['node', 'web', 'inline'])('`%s` answers without coders of text', async name => {
  // Characters of each length that UTF-8 knows.
  const person = 'a\u00e9\u20ac\u{10ffff}'
  const catalog = desk.replaceAll('"Desk"', JSON.stringify(person))
  const sha256 = await digest(catalog)
  const given = {
    entry: entry(name),
    options: { keys, issuer, audience, catalog, subject: person },
    now: noon * 1000,
    person,
    wrong: JSON.stringify({ [person]: 1 }),
    token: await sign({ sub: person, catalog: { id: 'desk', sha256 } }),
  }
  const besides = ['WebAssembly', 'URL', 'atob']
  const answers = printed(besides, load, given)
  expect(answers).toMatchObject({
    state: 'ready',
    decisions: { 'documents.edit': { allowed: true }, 'reports.export': { allowed: false } },
    refused: expect.stringContaining(person),
  })
  expect(answers).toEqual(printed([...besides, 'TextDecoder', 'TextEncoder'], load, given))
})
