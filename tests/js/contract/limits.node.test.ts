// The limits that the package checks itself are those of the engine that it is built with: the engine,
// asked directly, takes in so much and no more.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Engine, initSync } from '../../../pkg/dist/glue/rolegate.js'
import * as limits from '../../../pkg/dist/limits.js'
import { audience, digest, issuer, keys, membership, noon, sign } from '../helpers/gates.ts'
import { catalog as desk } from '../helpers/help-desk.ts'

initSync({
  module: new WebAssembly.Module(
    readFileSync(new URL('../../../pkg/dist/rolegate.wasm', import.meta.url)),
  ),
})

interface Given {
  keySet?: string
  catalog?: string
  leeway?: number
}

function engine({ keySet = JSON.stringify(keys), catalog = desk, leeway = 0 }: Given): Engine {
  const files = [new TextEncoder().encode(catalog)]
  const person = [issuer, audience, undefined, undefined] as const
  return new Engine(keySet, files, ...person, leeway, 86_400, false)
}

/** The code with which the engine refuses, if it does. */
function refusal(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

const load = (token: string, given: Given = {}, now = noon) =>
  refusal(() => engine(given).load(token, now * 1000))

describe('the engine takes in as much as the package lets through, and no more:', () => {
  it('bytes of a key set', () => {
    const keySet = JSON.stringify(keys).padEnd(limits.KEY_SET_BYTES)
    expect(refusal(() => engine({ keySet }))).toBeUndefined()
    expect(refusal(() => engine({ keySet: `${keySet} ` }))).toBe('ERR_KEYS_INVALID')
  })

  it('bytes of a catalog', () => {
    const catalog = desk.padEnd(limits.CATALOG_BYTES)
    expect(refusal(() => engine({ catalog }))).toBeUndefined()
    expect(refusal(() => engine({ catalog: `${catalog} ` }))).toBe('ERR_CATALOG_INVALID')
  })

  it('bytes of a token', () => {
    const token = 'x'.repeat(limits.TOKEN_BYTES)
    expect(load(token)).toBe('ERR_TOKEN_MALFORMED')
    expect(load(`${token}x`)).toBe('ERR_TOKEN_TOO_LARGE')
  })

  it('bytes of an id', async () => {
    const workspace = 'w'.repeat(limits.ID_BYTES)
    const at = (workspace: string) => sign({ memberships: [membership({ workspace })] })
    expect(load(await at(workspace))).toBeUndefined()
    expect(load(await at(`${workspace}w`))).toBe('ERR_SNAPSHOT_INVALID')
  })

  it('bytes of a permission’s name', () => {
    const named = (name: string) => ({ catalog: desk.replaceAll('reports.export', name) })
    const name = `reports.${'x'.repeat(limits.PERMISSION_BYTES - 8)}`
    expect(refusal(() => engine(named(name)))).toBeUndefined()
    expect(refusal(() => engine(named(`${name}x`)))).toBe('ERR_CATALOG_INVALID')
  })

  it('roles of a person', async () => {
    const roles = Array.from({ length: limits.ROLES }, (_, at) => `role-${at}`)
    const label = { en: 'x' }
    const catalog = JSON.stringify({
      ...JSON.parse(desk),
      roles: roles.map(id => ({ id, label, values: {} })),
      custom_roles: undefined,
    })
    const named = { id: 'desk', sha256: await digest(catalog) }
    const holding = (roles: string[]) =>
      sign({ catalog: named, memberships: [membership({ roles })] })
    expect(load(await holding(roles), { catalog })).toBeUndefined()
    expect(load(await holding([...roles, 'role-0']), { catalog })).toBe('ERR_SNAPSHOT_INVALID')
  })

  it('seconds of leeway', async () => {
    const token = await sign({ exp: noon + 1800 })
    const end = noon + 1800 + limits.LEEWAY_SECONDS
    for (const leeway of [limits.LEEWAY_SECONDS, limits.LEEWAY_SECONDS + 1]) {
      expect(load(token, { leeway }, end - 1)).toBeUndefined()
      expect(load(token, { leeway }, end)).toBe('ERR_SNAPSHOT_EXPIRED')
    }
  })
})
