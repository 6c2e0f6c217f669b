// Compares rolegate with other engines on the same questions, in one process, and prints what it
// found as Markdown. With `--check` it fails when a goal is missed; with `--keep FILE` it also
// writes the report there.

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { aboutConversations, conversations, expected, plain, randomly } from './src/desk.mjs'
import { engines } from './src/engines.mjs'
import { growth, loading } from './src/load.mjs'
import { answered, race } from './src/measure.mjs'
import { duration, ratio, table } from './src/report.mjs'

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, keep: { type: 'string' } },
})

const CASL = '@casl/ability'
const RECORDS = 10_000
/** The others filter so many records, and the time is multiplied: they would take minutes. */
const SAMPLE = 250
const QUICK = new Set(['rolegate', CASL, 'floor'])
const SIZES = [500, 1000, 2000]
const ROLES = 40
const TABLE_LIMIT = 512 * 1024
/** How much more a permission may cost in the largest catalog before growth is not called linear. */
const LINEAR = 1.15

const sections = []
const goals = []
const all = await engines()
const records = conversations(RECORDS)

console.error('comparing the answers …')
const compared = await compareAnswers()

console.error('checks without a record …')
const plainly = await race(all.map(engine => ({ name: engine.name, run: engine.plain() })))
section(
  'A check without a record',
  `${plain.length} questions in turns, for each stored value of Userlike's catalog that is about no record.`,
  plainly,
  plain.length,
)
goal('a check without a record', plainly.get('rolegate').ns / plainly.get(CASL).ns, 0.5)

const once = await race(
  all
    .filter(({ name }) => QUICK.has(name))
    .map(engine => ({ name: engine.name, run: turns(engine) })),
)
section(
  'The same, one check per turn',
  'A turn of the event loop ends after every check (`await`), so that rolegate reads the clock each time; the price of the turn itself is in all of them.',
  once,
  1,
)

console.error('checks on a record …')
const pairs = shuffledPairs(512)
// For those that take their time.
const few = pairs.slice(0, 64)
const onRecords = await race(
  all.map(engine => ({
    name: engine.name,
    run: engine.record(QUICK.has(engine.name) ? pairs : few),
  })),
)
for (const [name, result] of onRecords) if (!QUICK.has(name)) result.ns *= pairs.length / few.length
section(
  'A check on a record',
  `${aboutConversations.length} questions about Userlike's conversations: assignee, group, organization.`,
  onRecords,
  pairs.length,
)
goal('a check on a record', onRecords.get('rolegate').ns / onRecords.get(CASL).ns, 0.15)

console.error('filtering …')
const see = aboutConversations.find(({ question }) => question === 'conversation.see')
const sampled = all.map(({ name }) => name).filter(name => !QUICK.has(name))
const filtered = await race(
  all.map(engine => {
    const filter = engine.filter(see, QUICK.has(engine.name) ? records : records.slice(0, SAMPLE))
    return {
      name: engine.name,
      run: times => {
        let passed = 0
        for (let time = 0; time < times; time += 1) passed += filter().length
        return passed
      },
    }
  }),
)
for (const name of sampled) filtered.get(name).ns *= RECORDS / SAMPLE
section(
  `Filtering ${RECORDS.toLocaleString('en')} records`,
  `Which conversations the person sees. ${sampled.join(', ')}: measured on ${SAMPLE} records, and multiplied.`,
  filtered,
  1,
)
goal(
  `filtering ${RECORDS.toLocaleString('en')} records`,
  filtered.get('rolegate').ns / filtered.get(CASL).ns,
  0.1,
)

console.error('loading …')
const load = await loading()
const loadAnswers = await load.check()
const loaded = await race(load.runners, { rounds: 41, batch: 5e6 })
const other = 'jose + @casl/ability'
const [ours, theirs] = [loaded.get('rolegate'), loaded.get(other)]
sections.push(
  `## Verifying and loading a snapshot of 160 permissions\n\nA token of ${load.token} bytes, up to the first answer; CASL has ${load.rules} rules. \`jose\` verifies in another thread, and on a busy machine waits for it, so the work done in all threads is shown beside the clock; the goal is held against the worse of the two ratios.\n\n${table(
    ['', 'clock', 'ratio', 'work', 'ratio'],
    [...loaded].map(([name, { ns, cpu }]) => [
      name,
      duration(ns),
      ratio(ns / theirs.ns),
      duration(cpu),
      ratio(cpu / theirs.cpu),
    ]),
  )}`,
)
goal(
  'verifying and loading a snapshot of 160 permissions',
  Math.max(ours.ns / theirs.ns, ours.cpu / theirs.cpu),
  0.7,
)

console.error('growth …')
const grown = await growth(SIZES, ROLES)
const first = await race(
  grown.map(({ first: runner }) => runner),
  { rounds: 12 },
)
const again = await race(
  grown.map(({ again: runner }) => runner),
  { rounds: 24 },
)
const perPermission = (times, size) => times.get(String(size)).cpu / size
sections.push(
  `## Growth\n\nA person who holds all ${ROLES} roles; every fourth permission is about a record with eight relations. The work done in all threads, per permission, and what the table of the gate weighs.\n\n${table(
    [
      'permissions',
      'catalog',
      'new gate',
      'per permission',
      'next snapshot',
      'per permission',
      'table',
    ],
    grown.map(({ size, catalog, table: bytes }) => [
      String(size),
      `${Math.round(catalog / 1024)} KiB`,
      duration(first.get(String(size)).cpu),
      duration(perPermission(first, size)),
      duration(again.get(String(size)).cpu),
      duration(perPermission(again, size)),
      `${(bytes / 1024).toFixed(1)} KiB`,
    ]),
  )}`,
)
const [least, most] = [SIZES[0], SIZES.at(-1)]
for (const [what, times] of [
  ['a new gate', first],
  ['the next snapshot', again],
]) {
  goal(
    `growth, ${what}: a permission out of ${most} against one out of ${least}`,
    perPermission(times, most) / perPermission(times, least),
    LINEAR,
  )
}
const heaviest = Math.max(...grown.map(({ table: bytes }) => bytes))
goals.push({
  name: `the table of ${most} permissions`,
  found: `${(heaviest / 1024).toFixed(1)} KiB`,
  wanted: `< ${TABLE_LIMIT / 1024} KiB`,
  reached: heaviest < TABLE_LIMIT,
})

const report = `# What \`make bench\` found

${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; Node ${process.versions.node}; ${versions()}.
Medians over interleaved rounds. All engines gave the same answers to all ${compared.toLocaleString('en')} questions, and rolegate and CASL to ${loadAnswers} more about the loaded snapshot.
rolegate is as shipped: it honours expiry, by its own clock. The others have none to honour.
Node runs with \`--no-turbo-inline-js-wasm-calls\` for all engines alike: without it, Node 20 aborts at times in Cedar's calls of wasm.

## Goals

${table(
  ['', 'found', 'wanted', ''],
  goals.map(({ name, found, wanted, reached }) => [
    name,
    found,
    wanted,
    reached ? 'reached' : '**not reached**',
  ]),
)}

${sections.join('\n\n')}
`
if (answered() === 0) throw new Error('nothing was answered')
console.log(report)
if (options.keep !== undefined) writeFileSync(options.keep, report)
if (options.check && goals.some(({ reached }) => !reached)) process.exitCode = 1

/** A section with a table of medians, and their ratios to CASL's. */
function section(title, text, results, count) {
  const base = results.get(CASL).ns
  const rows = [...results].map(([name, { ns, rounds }]) => [
    name,
    duration(ns / count),
    ratio(ns / base),
    String(rounds),
  ])
  sections.push(`## ${title}\n\n${text}\n\n${table(['', 'median', 'to CASL', 'rounds'], rows)}`)
}

/** A goal as a ratio that must not be exceeded. */
function goal(name, found, wanted) {
  goals.push({ name, found: ratio(found), wanted: `≤ ${wanted}`, reached: found <= wanted })
}

function turns({ ask }) {
  return async times => {
    let yes = 0
    for (let time = 0; time < times; time += 1) {
      await undefined
      if (ask(time % plain.length)) yes += 1
    }
    return yes
  }
}

/** Questions with records, each question as often as any other, in no order. */
function shuffledPairs(count) {
  const random = randomly(11)
  const list = Array.from({ length: count }, (_, at) => ({
    about: aboutConversations[at % aboutConversations.length],
    conversation: records[random(RECORDS)],
  }))
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    const moved = list[at]
    list[at] = list[other]
    list[other] = moved
  }
  return list
}

/** Every engine to every question that is measured; slow engines to a part of the records. */
async function compareAnswers() {
  let questions = 0
  for (const engine of all) {
    for (const [at, { question, expected: answer }] of plain.entries()) {
      questions += 1
      if (engine.ask(at) !== answer) throw new Error(`${engine.name} differs about ${question}`)
    }
    const part = QUICK.has(engine.name) ? records : records.slice(0, SAMPLE)
    for (const about of aboutConversations) {
      questions += part.length
      const passed = new Set(
        engine
          .filter(about, part)()
          .map(({ id }) => id),
      )
      for (const conversation of part) {
        if (passed.has(conversation.id) !== expected(about, conversation)) {
          throw new Error(`${engine.name} differs about ${about.question} of ${conversation.id}`)
        }
      }
    }
  }
  return questions
}

function versions() {
  const { dependencies } = createRequire(import.meta.url)('./package.json')
  return Object.entries(dependencies)
    .filter(([name]) => name !== 'rolegate')
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}
