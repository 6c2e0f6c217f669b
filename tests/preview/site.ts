import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import { readCatalog } from 'rolegate/preview'
import { createIssuer, type Issuer } from 'rolegate/server'

const root = fileURLToPath(new URL('../..', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** The products that `app.html` may be; the first is what it is by default. */
const PRODUCTS = ['adobe-dynamic-chat', 'puzzel']

/** Strict, as pages that handle rights should be. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-src *; require-trusted-types-for 'script'; trusted-types 'none'"

/** A key of the application's server, made for these tests. */
const key = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'app-1',
  x: '3EvAkFVB1xrCsRLxiZTZ9iQnDsYh6MHTR8OJ39NJkxI',
  d: 'cZ5lWL1w6c-783sf9MLhLzQX80YOq_hJXkGwSudCjK8',
}

/** Where the pages of `pages/` are served, as several origins, with an application's server behind. */
export interface Site {
  /** The application's origin. */
  readonly app: string
  /** Another origin, of a workbench. */
  readonly workbench: string
  /** A third one, that no application lists. */
  readonly stranger: string
}

export const test = base.extend<object, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the parameter's text
    async ({}, use) => {
      const catalog = await Promise.all(
        PRODUCTS.map(name => readFile(join(root, `catalogs/${name}.json`))),
      )
      const issuer = createIssuer({ key, catalog, issuer: 'https://app.example', audience: 'app' })
      const servers = await Promise.all([1, 2, 3].map(() => serve(issuer)))
      const [app, workbench, stranger] = servers.map(
        server => `http://localhost:${(server.address() as AddressInfo).port}`,
      ) as [string, string, string]
      await use({ app, workbench, stranger })
      for (const server of servers) server.close()
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'

async function serve(issuer: Issuer): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const send = (status: number, type: string, body: string | Uint8Array) => {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY })
      response.end(body)
    }
    if (pathname === '/jwks.json')
      return send(200, 'application/json', JSON.stringify(issuer.jwks()))
    if (pathname === '/token') {
      const [membership, catalog] = await personIn(`${searchParams.get('product')}`)
      const memberships = [{ workspace: 'w1', roles: searchParams.getAll('role'), ...membership }]
      return send(
        200,
        'application/jwt',
        await issuer.issue({ subject: 'u42', memberships, ...catalog }),
      )
    }
    try {
      const path = normalize(pathname)
      const isShared = /^\/(pkg\/dist|catalogs)\//.test(path)
      const file = join(root, isShared ? path : `tests/preview/pages${path}`)
      send(200, TYPES[extname(file)] ?? 'text/plain', await readFile(file))
    } catch {
      send(404, 'text/plain', 'not found')
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  return server
}

/** What is different about a person of a product. */
async function personIn(product: string): Promise<[object, object]> {
  if (product !== 'puzzel') return [{}, { entitlements: ['included'] }]
  const { sha256 } = await readCatalog(await readFile(join(root, 'catalogs/puzzel.json')))
  return [{ groups: ['support'], filters: [] }, { catalog: sha256 }]
}
