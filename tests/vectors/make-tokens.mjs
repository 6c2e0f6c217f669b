// Writes tests/vectors/tokens/. With --check it writes nothing and says whether the files are what it makes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parties, payloadJson, time } from './make/claims.mjs'
import { formats } from './make/formats.mjs'
import { alg, headerJson, members } from './make/header.mjs'
import { keySets } from './make/keysets.mjs'
import { sequences } from './make/sequences.mjs'
import { edges, signatures } from './make/signatures.mjs'
import { sizes } from './make/sizes.mjs'
import { base64url, text } from './make/text.mjs'
import * as t from './make/tokens.mjs'

const folder = new URL('tokens/', import.meta.url)

const files = {
  'a-text': text(),
  'b-base64url': base64url(),
  'c-header-json': headerJson(),
  'd-alg': alg(),
  'e-header-members': members(),
  'f-payload-json': payloadJson(),
  'g-parties': parties(),
  'h-time': time(),
  'i-signatures': signatures(),
  'i-edges': edges(),
  'j-key-sets': keySets(),
  'k-sizes': sizes(),
  'l-sequences': sequences(),
  's-formats': formats(),
}

/** Text as it stands, bytes that are no UTF-8 in base64. */
function written(what) {
  if (!Buffer.isBuffer(what)) return what
  const text = what.toString()
  return Buffer.from(text).equals(what) ? text : [{ base64: what.toString('base64') }]
}

/** One line for each entry, so that a change shows where it is. */
const lines = entries => entries.map(entry => `  ${JSON.stringify(entry)}`).join(',\n')

const made = new Map()
const names = new Set()
const sets = { ...t.KEY_SETS }
for (const [file, { letter, title, cases, keySets: more = {} }] of Object.entries(files)) {
  Object.assign(sets, more)
  for (const entry of cases) {
    if (names.has(entry.name)) throw new Error(`two cases are called ${entry.name}`)
    names.add(entry.name)
    if (entry.keys?.text !== undefined) entry.keys = { text: written(entry.keys.text) }
  }
  made.set(
    `${file}.json`,
    `{"group":"${letter}","title":${JSON.stringify(title)},"cases":[\n${lines(cases)}\n]}\n`,
  )
}
made.set('catalog.json', t.CATALOG)
const usual = { now: t.NOW, issuer: t.ISSUER, audience: t.AUDIENCE, subject: t.SUBJECT }
const keySetLines = Object.entries(sets).map(
  ([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)}`,
)
made.set(
  'usual.json',
  `{"usual":${JSON.stringify(usual)},"key_sets":{\n${keySetLines.join(',\n')}\n}}\n`,
)

const stand = name => {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv.includes('--check')) {
  const wrong = [...made].filter(([name, text]) => stand(name) !== text).map(([name]) => name)
  wrong.push(...readdirSync(folder).filter(name => !made.has(name)))
  if (wrong.length > 0) {
    console.error(`not what the generator makes: ${wrong.join(', ')}`)
    process.exitCode = 1
  }
} else {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of made) writeFileSync(new URL(name, folder), text)
}
console.log(`${names.size} cases in ${Object.keys(files).length} files`)
