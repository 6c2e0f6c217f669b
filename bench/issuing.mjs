// What a server pays: snapshots that one core issues in a second, and what a thousand open event streams
// cost, over loopback, with the catalog of Userlike.

import { fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { EventEmitter, on, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createIssuer, eventsResponse } from 'rolegate/server'

const STREAMS = 1000
const SECONDS = 3

if (process.argv[2] === 'listen') await listen(Number(process.argv[3]))
else await measure()

async function measure() {
  const { privateKey } = generateKeyPairSync('ed25519')
  const options = {
    key: { ...privateKey.export({ format: 'jwk' }), kid: 'bench' },
    catalog: readFileSync(new URL('../catalogs/userlike.json', import.meta.url)),
    issuer: 'https://bench.example',
    audience: 'bench',
  }
  const person = place => ({
    subject: `u${place}`,
    memberships: [{ workspace: 'w1', roles: ['manager'], groups: ['g1'], filters: [] }],
  })
  const fresh = createIssuer(options)
  const kept = createIssuer({ ...options, etag: true })
  const request = { headers: new Headers() }
  console.log(
    `issued, signed and checked: ${await perSecond(place => fresh.issue(person(place)))} a second`,
  )
  console.log(`gates for requests: ${await perSecond(place => fresh.gate(person(place)))} a second`)
  const answered = await perSecond(place => kept.respond(request, person(place % 100)))
  console.log(`answered with tokens that are kept: ${answered} a second`)
  await measureStreams()
  process.exit()
}

/** How often a second the work is done, one after the other, after it has been warmed up. */
async function perSecond(work) {
  for (let place = 0; place < 200; place += 1) await work(place)
  const start = performance.now()
  let done = 0
  while (performance.now() - start < SECONDS * 1000) {
    for (let place = 0; place < 20; place += 1) await work(place)
    done += 20
  }
  return Math.round((done * 1000) / (performance.now() - start))
}

async function measureStreams() {
  const changes = new EventEmitter()
  changes.setMaxListeners(0)
  const server = createServer((_, response) => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const { status, headers, body } = eventsResponse(on(changes, 'change', { signal: gone.signal }))
    response.writeHead(status, Object.fromEntries(headers))
    Readable.fromWeb(body)
      .on('error', () => response.end())
      .pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const before = memory()
  const pages = fork(fileURLToPath(import.meta.url), ['listen', server.address().port])
  await once(pages, 'message')
  const kilobytes = Math.round((memory() - before) / 1024 / STREAMS)
  const start = performance.now()
  const usage = process.cpuUsage()
  changes.emit('change')
  await once(pages, 'message')
  const wait = Math.round(performance.now() - start)
  const { user, system } = process.cpuUsage(usage)
  const busy = Math.round((user + system) / 1000)
  console.log(`${STREAMS} open event streams: ${kilobytes} KB of memory each`)
  console.log(`one change for all of them: heard after ${wait} ms, ${busy} ms of the server's time`)
  pages.kill()
}

function memory() {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

/** The pages: says when all streams are open, and when all have heard of a change. */
async function listen(port) {
  let heard = 0
  const open = () =>
    new Promise(resolve => {
      get({ host: '127.0.0.1', port, agent: false }, response => {
        response.on('data', piece => {
          if (`${piece}`.includes('event: refresh')) heard += 1
          else resolve()
          if (heard === STREAMS) process.send('heard')
        })
      })
    })
  for (let opened = 0; opened < STREAMS; opened += 50) {
    await Promise.all(Array.from({ length: 50 }, open))
  }
  process.send('open')
}
