// Serves the page, the package's files as they are, and snapshots.

import { generateKeyPairSync } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createIssuer } from 'rolegate/server'

const { PORT = '4330' } = process.env
const here = import.meta.dirname
const PAGE = join(here, 'public')
const PACKAGE = join(here, 'node_modules/rolegate/dist')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

const issuer = createIssuer({
  // Yours is made once, by `rolegate keygen`, and read from where your server keeps its secrets.
  key: { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'example' },
  catalog: readFileSync(join(PAGE, 'catalog.json')),
  issuer: 'https://library.example',
  audience: 'library-web',
})

/** In place of a session and a database. */
const roles = { ada: 'librarian', ben: 'reader' }

function personOf({ headers }) {
  const [, subject = ''] = /(?:^|; )person=(\w+)/.exec(headers.cookie ?? '') ?? []
  if (!Object.hasOwn(roles, subject)) return null
  return { subject, memberships: [{ workspace: 'w1', roles: [roles[subject]] }] }
}

/** What is asked for by something that is no file. */
const routes = {
  'GET /jwks.json': async () => Response.json(issuer.jwks()),
  'GET /role-snapshot': request => issuer.respond(new Request('http://page'), personOf(request)),
  'POST /session': async request => {
    const person = new URLSearchParams(await text(request)).get('person')
    const cookie = `person=${encodeURIComponent(person)}; Path=/; HttpOnly; SameSite=Lax`
    return new Response(null, { status: 303, headers: { location: '/', 'set-cookie': cookie } })
  },
}

/** A file of the page or of the package; an address is normalized, so it leads out of neither. */
function sendFile(pathname, response) {
  const isPackage = pathname.startsWith('/rolegate/')
  const file = isPackage
    ? join(PACKAGE, pathname.slice('/rolegate'.length))
    : join(PAGE, pathname === '/' ? 'index.html' : pathname)
  createReadStream(file)
    .on('open', () => response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain'))
    .on('error', () => response.writeHead(404).end())
    .pipe(response)
}

async function answer(request, response) {
  const { pathname } = new URL(`http://page${request.url}`)
  const route = routes[`${request.method} ${pathname}`]
  if (!route) return sendFile(pathname, response)
  const { status, headers, body } = await route(request)
  response.writeHead(status, Object.fromEntries(headers)).end(body && (await text(body)))
}

createServer((request, response) => {
  // No request ends the server, whatever its address is and however it breaks off.
  answer(request, response).catch(() => response.writeHead(400).end())
}).listen(Number(PORT), '127.0.0.1', () => {
  console.log(`Open http://127.0.0.1:${PORT}/ and look at it as Ada or as Ben`)
})
