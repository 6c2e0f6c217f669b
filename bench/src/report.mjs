import { PEER } from './load.mjs'
import { RECORDS, REST, SAMPLE } from './suite.mjs'

const CASL = '@casl/ability'
const GATE = 'rolegate'
const TABLE_LIMIT = 512 * 1024
/** How much more a permission may cost in the largest catalog before growth is not called linear. */
const LINEAR = 1.15

/**
 * The report as Markdown, and whether every goal was reached.
 *
 * @param {{ machine: string, environments: object[], starts: object[] }} found
 */
export function report({ machine, environments, starts }) {
  const goals = [...environments.flatMap(goalsOf), ...goalsOfStarts(starts)]
  const compared = Math.max(...environments.map(one => one.compared)).toLocaleString('en')
  const [{ token, rules }] = environments
  const text = `# What \`make bench\` found

${machine}
Medians over interleaved rounds. In each environment all engines gave the same answers, in Node to ${compared} questions.
rolegate is as shipped: it honours expiry, by its own clock. The others have none to honour.
Node runs with \`--no-turbo-inline-js-wasm-calls\` for all engines alike: without it, Node 20 aborts at times in Cedar's calls of wasm.

## Goals

${table(
  ['', 'where', 'found', 'wanted', ''],
  goals.map(({ name, where, found, wanted, reached }) => [
    name,
    where,
    found,
    wanted,
    reached ? 'reached' : '**not reached**',
  ]),
)}

## A check without a record, many in a turn

28 questions in turns, for each stored value of Userlike's catalog that is about no record.

${comparison(environments, 'many')}

## The same, one check per turn

Code of the page gives up its turn after every check (\`await\`), so that rolegate reads the clock each time; the price of the turn itself is in all of them.

${comparison(environments, 'once')}

## A check on a record, many in a turn

8 questions about Userlike's conversations: assignee, group, organization.

${comparison(environments, 'onRecords')}

## Filtering ${RECORDS.toLocaleString('en')} records

Which conversations the person sees. Engines without a figure for Chromium are measured on ${SAMPLE} records, and multiplied.

${comparison(environments, 'filtered')}

## Verifying and loading a snapshot of 160 permissions

A token of ${token} bytes, up to the first answer; CASL has ${rules} rules. Each load is of another token than the one before.
\`jose\` verifies in another thread. One load after the other keeps that thread awake; after a rest of ${REST} ms, as in a page that loads once, it has to wake up. In Node the work done in all threads is shown beside the clock. The spread is from the tenth to the ninetieth percentile.

${environments.map(loads).join('\n\n')}

## First answer in a page

From the request for the page to the first answer, with nothing cached: Chromium with the network of Fast 3G and a CPU four times slower. Both applications are built by Vite and served with brotli; the peer's rules come in its token, and it needs no catalog.

${table(
  ['', 'median', 'ratio', 'spread', 'requests', 'bytes'],
  starts.map(({ name, ms, least, most, requests, bytes }) => [
    name,
    duration(ms * 1e6),
    ratio(ms / peerOf(starts).ms),
    `${Math.round(least)} to ${Math.round(most)} ms`,
    String(requests),
    bytes.toLocaleString('en'),
  ]),
)}

${environments
  .filter(({ growths }) => growths !== undefined)
  .map(growth)
  .join('\n\n')}
`
  return { text, reached: goals.every(({ reached }) => reached) }
}

function goalsOf({ name: where, many, once, onRecords, filtered, busy, apart, growths }) {
  const inNode = growths !== undefined
  const to = (results, ours, theirs) => results[ours].ns / results[theirs].ns
  const atMost = (name, found, wanted) => ({
    name,
    where,
    found: ratio(found),
    wanted: `≤ ${wanted}`,
    reached: found <= wanted,
  })
  const load = [busy, apart].map(results => to(results, GATE, PEER))
  const worked = inNode ? [busy, apart].map(results => results[GATE].work / results[PEER].work) : []
  return [
    atMost('a check without a record, to CASL', to(many, GATE, CASL), inNode ? 0.25 : 0.45),
    atMost('one check per turn, to CASL', to(once, GATE, CASL), inNode ? 1.3 : 1.7),
    atMost('a check on a record, to CASL', to(onRecords, GATE, CASL), 0.15),
    atMost('filtering, to CASL', to(filtered, GATE, CASL), 0.1),
    atMost(
      `a load, to ${PEER}, by the worst of ${inNode ? 'clock and work' : 'the clocks'}`,
      Math.max(...load, ...worked),
      inNode ? 0.6 : 1.1,
    ),
    atMost(
      'a load of the text in force, to any load',
      to(busy, 'rolegate, the text in force', GATE),
      0.1,
    ),
    atMost(
      'a new gate, to one whose catalog is not yet read',
      to(busy, 'rolegate, a new gate', 'rolegate, a new gate and a catalog not yet read'),
      0.25,
    ),
    ...(inNode ? goalsOfGrowth(where, growths, atMost) : []),
  ]
}

function goalsOfGrowth(where, growths, atMost) {
  const [least, most] = [growths[0], growths.at(-1)]
  const perPermission = (part, { size, [part]: result }) => result.work / size
  const linear = (name, part) =>
    atMost(
      `growth, ${name}: a permission out of ${most.size} to one out of ${least.size}`,
      perPermission(part, most) / perPermission(part, least),
      LINEAR,
    )
  return [
    linear('a new gate', 'first'),
    linear('the next snapshot', 'again'),
    {
      name: `the table of ${most.size} permissions`,
      where,
      found: `${(most.table / 1024).toFixed(1)} KiB`,
      wanted: `< ${TABLE_LIMIT / 1024} KiB`,
      reached: most.table < TABLE_LIMIT,
    },
    {
      name: `a new gate of ${most.size} permissions, its work`,
      where,
      found: duration(most.first.work),
      wanted: '≤ 36 ms',
      reached: most.first.work <= 36e6,
    },
  ]
}

function goalsOfStarts(starts) {
  const of = name => starts.find(start => start.name === name).ms / peerOf(starts).ms
  return [
    ['rolegate', 1.2],
    ['rolegate with the documented tags', 1],
  ].map(([name, wanted]) => ({
    name: `first answer: ${name}, to ${PEER}`,
    where: 'Chromium, slow',
    found: ratio(of(name)),
    wanted: `≤ ${wanted}`,
    reached: of(name) <= wanted,
  }))
}

function peerOf(starts) {
  return starts.find(({ name }) => name === PEER)
}

/** Medians of one task and their ratios to CASL's, in every environment. */
function comparison(environments, task) {
  const names = Object.keys(environments[0][task])
  return table(
    ['', ...environments.flatMap(({ name }) => [name, 'to CASL'])],
    names.map(name => [
      name,
      ...environments.flatMap(({ [task]: results }) =>
        results[name] === undefined
          ? ['', '']
          : [duration(results[name].ns), ratio(results[name].ns / results[CASL].ns)],
      ),
    ]),
  )
}

function loads({ name, busy, apart, growths }) {
  const rows = (results, mode) =>
    Object.entries(results).map(([engine, { ns, least, most, work }]) => [
      `${engine}, ${mode}`,
      duration(ns),
      ratio(ns / results[PEER].ns),
      `${duration(least)} to ${duration(most)}`,
      ...(growths === undefined ? [] : [duration(work), ratio(work / results[PEER].work)]),
    ])
  const head = ['', 'clock', 'ratio', 'spread']
  if (growths !== undefined) head.push('work', 'ratio')
  return `### ${name}\n\n${table(head, [
    ...rows(busy, 'one after the other'),
    ...rows(apart, 'after a rest'),
  ])}`
}

function growth({ name, roles, growths }) {
  return `## Growth in ${name}

A person who holds all ${roles} roles; every fourth permission is about a record with eight relations. Each new gate reads a catalog that was not read before. The work done in all threads, per permission, and what the table of the gate weighs.

${table(
  [
    'permissions',
    'catalog',
    'new gate',
    'per permission',
    'next snapshot',
    'per permission',
    'table',
  ],
  growths.map(({ size, catalog, table: bytes, first, again }) => [
    String(size),
    `${Math.round(catalog / 1024)} KiB`,
    duration(first.work),
    duration(first.work / size),
    duration(again.work),
    duration(again.work / size),
    `${(bytes / 1024).toFixed(1)} KiB`,
  ]),
)}`
}

/** Nanoseconds, as people read them. */
function duration(ns) {
  if (ns < 1e3) return `${ns.toPrecision(3)} ns`
  if (ns < 1e6) return `${(ns / 1e3).toPrecision(3)} µs`
  return ns < 1e9 ? `${(ns / 1e6).toPrecision(3)} ms` : `${(ns / 1e9).toPrecision(3)} s`
}

function ratio(value) {
  return value < 10 ? value.toPrecision(2) : String(Math.round(value))
}

/** A Markdown table; every column but the first is of numbers. */
function table(head, rows) {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map(row => row[column].length), 3))
  const line = row =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
