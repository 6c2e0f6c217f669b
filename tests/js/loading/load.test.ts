import { base64url } from 'jose'
import { type Gate, GateError, isGateError } from 'rolegate'
import { describe, expect, it } from 'vitest'
import { empty, keys, loaded, noon, options, sign, snapshot } from '../helpers/gates.ts'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'loaded',
    error => (isGateError(error) ? error.code : `not a GateError: ${error}`),
  )

describe('load', () => {
  it('puts a snapshot in force', async () => {
    const gate = empty()
    expect(gate.state).toBe('empty')
    expect(gate.seq).toBe(undefined)
    await expect(gate.load(await sign())).resolves.toBe(undefined)
    expect(gate.state).toBe('ready')
    expect(gate.seq).toBe(1)
  })

  const refusals: [name: string, token: () => Promise<string>, code: string][] = [
    ['not a token', async () => 'abc', 'ERR_TOKEN_MALFORMED'],
    ['two parts', async () => (await sign()).split('.').slice(1).join('.'), 'ERR_TOKEN_MALFORMED'],
    ['empty', async () => '', 'ERR_TOKEN_MALFORMED'],
    ['lone surrogate', async () => `${await sign()}\ud800`, 'ERR_TOKEN_MALFORMED'],
    ['too large', async () => 'a'.repeat(64 * 1024 + 1), 'ERR_TOKEN_TOO_LARGE'],
    ['wrong typ', () => sign({}, { typ: 'JWT' }), 'ERR_TYP_NOT_ALLOWED'],
    ['unknown key', () => sign({}, { kid: 'k2' }), 'ERR_KEY_UNKNOWN'],
    ['tampered', async () => tampered(await sign()), 'ERR_SIGNATURE_INVALID'],
    ['wrong issuer', () => sign({ iss: 'https://other.example' }), 'ERR_CLAIM_INVALID'],
    ['wrong audience', () => sign({ aud: 'other' }), 'ERR_CLAIM_INVALID'],
    ['no exp', () => sign({ exp: undefined }), 'ERR_CLAIM_INVALID'],
    ['expired', () => sign({ iat: noon - 7200, exp: noon - 60 }), 'ERR_SNAPSHOT_EXPIRED'],
    ['too early', () => sign({ nbf: noon + 61 }), 'ERR_SNAPSHOT_NOT_YET_VALID'],
    ['other catalog', () => sign({ seq: 2, catalog: otherCatalog }), 'ERR_CATALOG_MISMATCH'],
    ['unknown role', () => snapshot({ roles: ['boss'] }, { seq: 2 }), 'ERR_SNAPSHOT_INVALID'],
    ['older', () => sign({ seq: 0 }), 'ERR_SNAPSHOT_ROLLBACK'],
  ]
  const otherCatalog = { id: 'desk', sha256: 'A'.repeat(43) }

  function tampered(token: string): string {
    const [header, , signature] = token.split('.')
    const payload = base64url.encode(JSON.stringify({ admin: true }))
    return [header, payload, signature].join('.')
  }

  it.each(refusals)('refuses: %s', async (_, token, code) => {
    const gate = await loaded()
    const before = gate.decideAll()
    await expect(codeOf(gate.load(await token()))).resolves.toBe(code)
    expect(gate.state).toBe('ready')
    expect(gate.seq).toBe(1)
    for (const [name, decision] of Object.entries(gate.decideAll())) {
      expect(decision).toBe(before[name])
    }
    expect(await codeOf(gate.load(await sign({ seq: 3 })))).toBe('loaded')
  })

  it('refuses whatever is not text, without entering the engine', async () => {
    const gate = await loaded()
    const token = await sign({ seq: 2 })
    const odd = [
      undefined,
      null,
      1,
      1n,
      true,
      Symbol('s'),
      [token],
      { toString: () => token },
      new String(token),
      new TextEncoder().encode(token),
    ]
    for (const value of odd) {
      expect(await codeOf(gate.load(value as never))).toBe('ERR_TOKEN_MALFORMED')
    }
    expect(gate.seq).toBe(1)
  })

  it('refuses half a gigabyte', async () => {
    const gate = await loaded()
    expect(await codeOf(gate.load('a'.repeat(500 * 1024 * 1024)))).toBe('ERR_TOKEN_TOO_LARGE')
    expect(gate.seq).toBe(1)
  })

  it('expects what the options say', async () => {
    const code = async (changes: object, token = sign()) => codeOf(empty(changes).load(await token))
    expect(await code({ subject: 'u1' })).toBe('loaded')
    expect(await code({ subject: 'u2' })).toBe('ERR_CLAIM_INVALID')
    expect(await code({ leastSeq: 1 })).toBe('loaded')
    expect(await code({ leastSeq: 2 })).toBe('ERR_SNAPSHOT_ROLLBACK')
    expect(await code({ maxLifetime: 3600 })).toBe('loaded')
    expect(await code({ maxLifetime: 3599 })).toBe('ERR_CLAIM_INVALID')
    const late = () => sign({ iat: noon - 7200, exp: noon - 200 })
    expect(await code({}, late())).toBe('ERR_SNAPSHOT_EXPIRED')
    expect(await code({ leeway: 300, maxLifetime: 86_400 }, late())).toBe('loaded')
  })

  it('takes a key set as an object or as text', async () => {
    for (const given of [keys, JSON.stringify(keys)]) {
      expect(await codeOf(empty({ keys: given }).load(await sign()))).toBe('loaded')
    }
  })

  it('takes a catalog as text or as bytes, and copies the bytes', async () => {
    const { catalog } = await import('../helpers/help-desk.ts')
    const bytes = new TextEncoder().encode(catalog)
    const within = new Uint8Array(bytes.length + 20).subarray(10, -10)
    within.set(bytes)
    const gates = [
      catalog,
      bytes,
      bytes.slice().buffer,
      within,
      new DataView(bytes.slice().buffer),
    ].map(given => empty({ catalog: given }))
    bytes.fill(0)
    for (const gate of gates) expect(await codeOf(gate.load(await sign()))).toBe('loaded')
  })

  it('says when the key set or the catalog cannot be used', async () => {
    const bad: [object, string][] = [
      [{ keys: '' }, 'ERR_KEYS_INVALID'],
      [{ keys: { keys: 'none' } }, 'ERR_KEYS_INVALID'],
      [{ keys: ' '.repeat(70_000) }, 'ERR_KEYS_INVALID'],
      [{ catalog: '{}' }, 'ERR_CATALOG_INVALID'],
      [{ catalog: new Uint8Array() }, 'ERR_CATALOG_INVALID'],
      [{ catalog: new Uint8Array(4 * 1024 * 1024 + 1) }, 'ERR_CATALOG_INVALID'],
      [{ catalog: new ArrayBuffer(64 * 1024 * 1024) }, 'ERR_CATALOG_INVALID'],
      [{ catalog: `${options.catalog}${' '.repeat(64 * 1024 * 1024)}` }, 'ERR_CATALOG_INVALID'],
    ]
    for (const [changes, code] of bad) {
      const gate = empty(changes)
      expect(await codeOf(gate.load(await sign()))).toBe(code)
      expect(gate.state).toBe('failed')
      expect(gate.decide('chat-settings')).toMatchObject({
        code: 'engine-unavailable',
        outcome: 'loading',
      })
    }
  })

  it('leaves nothing old in force where a page’s script breaks it off', async () => {
    const gate = await loaded(snapshot({ roles: ['manager'] }))
    expect(gate.can('reports.export')).toBe(true)
    const newer = await sign({ seq: 2 })
    const { set } = Map.prototype
    Map.prototype.set = () => {
      throw new Error('set')
    }
    try {
      await gate.load(newer).catch(() => {})
    } finally {
      Map.prototype.set = set
    }
    expect(gate.can('reports.export')).toBe(false)
    await gate.load(newer)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('lets the newest of several at once win, in whatever order they come', async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(seq => sign({ seq })))
    const gate = empty()
    const loads = [second, third, first].map(token => codeOf(gate.load(token as string)))
    expect(await Promise.all(loads)).toEqual(['loaded', 'loaded', 'ERR_SNAPSHOT_ROLLBACK'])
    expect(gate.seq).toBe(3)
  })

  it('keeps what is not secret out of messages and off the error', async () => {
    const error = await (await loaded())
      .load(await sign({ iss: 'https://secret.example' }))
      .catch(e => e)
    expect(error).toBeInstanceOf(GateError)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('GateError')
    expect(error.message).not.toContain('secret')
    expect(error.message).not.toContain('desk.example')
  })
})

describe('clear', () => {
  it('takes the snapshot out of force and remembers its number', async () => {
    const gate = await loaded(sign({ seq: 5 }))
    gate.clear()
    expect(gate.state).toBe('empty')
    expect(gate.seq).toBe(undefined)
    expect(gate.decide('chat-settings')).toMatchObject({ code: 'no-snapshot', outcome: 'loading' })
    expect(await codeOf(gate.load(await sign({ seq: 4 })))).toBe('ERR_SNAPSHOT_ROLLBACK')
    expect(await codeOf(gate.load(await sign({ seq: 6 })))).toBe('loaded')
  })

  it('drops a load that is under way', async () => {
    for (const gate of [empty(), await loaded()]) {
      const load = codeOf(gate.load(await sign({ seq: 2 })))
      gate.clear()
      expect(await load).toBe('ERR_ENGINE_UNAVAILABLE')
      expect(gate.can('chat-settings')).toBe(false)
      expect(await codeOf(gate.load(await sign({ seq: 2 })))).toBe('loaded')
    }
  })
})

describe('a clock of the app that changes the gate', () => {
  it('ends the load, and no other gate', async () => {
    const other = await loaded()
    const works: ((gate: Gate) => void)[] = [gate => gate.clear(), gate => gate.dispose()]
    for (const work of works) {
      const gate: Gate = empty({
        now: () => {
          work(gate)
          return noon * 1000
        },
      })
      expect(await codeOf(gate.load(await sign()))).toBe('ERR_ENGINE_UNAVAILABLE')
      expect(gate.can('chat-settings')).toBe(false)
      expect(other.can('chat-settings')).toBe(true)
    }
  })
})

describe('dispose', () => {
  it('denies from then on, and loads nothing', async () => {
    const gate = await loaded()
    const pending = codeOf(gate.load(await sign({ seq: 2 })))
    gate.dispose()
    gate.dispose()
    expect(await pending).toBe('ERR_ENGINE_UNAVAILABLE')
    expect(await codeOf(gate.load(await sign({ seq: 3 })))).toBe('ERR_ENGINE_UNAVAILABLE')
    expect(gate.state).toBe('empty')
    expect(gate.can('chat-settings')).toBe(false)
    expect(gate.decide('chat-settings').code).toBe('no-snapshot')
    expect(gate.explain('chat-settings').code).toBe('no-snapshot')
    expect(gate.roles.assignable()).toEqual([])
    gate.subscribe(() => {})()
    gate.clear()
  })

  it('leaves other gates alone', async () => {
    const [one, other] = [await loaded(), await loaded()]
    one.dispose()
    expect(other.can('chat-settings')).toBe(true)
  })
})
