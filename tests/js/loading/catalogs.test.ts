import {
  type CatalogFile,
  type CatalogFinder,
  type CatalogName,
  createGate,
  type Gate,
  GateError,
  type GateEvent,
  isGateError,
} from 'rolegate'
import { describe, expect, it, vi } from 'vitest'
import { Clock, digest, empty, nextTurn, noon, options, sign } from '../helpers/gates.ts'
import { catalog as first } from '../helpers/help-desk.ts'

// Releases of a catalog: pages that come before it, after it, and that stay open over it.

/** What is changed of a catalog here. */
interface Draft {
  label: Record<string, string>
  records: Record<string, { relations: string[] }>
  areas: [{ permissions: { id: string; [member: string]: unknown }[] }]
  roles: [{ values: Record<string, unknown> }, { values: Record<string, unknown> }]
}

/** The desk, changed. */
function changed(change: (catalog: Draft) => void): string {
  const catalog = JSON.parse(first) as Draft
  change(catalog)
  return JSON.stringify(catalog)
}

/** A permission more, before all others, so that each stands at another place than before. */
const second = changed(({ areas, roles }) => {
  areas[0].permissions.unshift({ id: 'news', label: { en: 'News' }, values: 'switch' })
  roles[0].values['news'] = 'on'
})

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'loaded',
    error => (isGateError(error) ? error.code : `not a GateError: ${error}`),
  )

/** A snapshot for that catalog. */
async function signed(catalog: string, changes: Record<string, unknown> = {}): Promise<string> {
  return sign({ catalog: { id: 'desk', sha256: await digest(catalog) }, ...changes })
}

/** What is served under the hash of each, and what was asked for. */
function server(...catalogs: string[]) {
  const asked: CatalogName[] = []
  const find = async (named: CatalogName): Promise<string> => {
    asked.push(named)
    for (const catalog of catalogs) {
      if ((await digest(catalog)) === named.sha256) return catalog
    }
    throw new Error('404')
  }
  return { asked, find }
}

/** A function that finds nothing until it is told to. */
function slow() {
  const ends: ((file: CatalogFile | Error) => void)[] = []
  const find = vi.fn(
    (_: CatalogName) =>
      new Promise<CatalogFile>((resolve, reject) => {
        ends.push(file => (file instanceof Error ? reject(file) : resolve(file)))
      }),
  )
  return { find, end: (at: number, file: CatalogFile | Error) => ends[at]?.(file) }
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a release', () => {
  it('is followed by a page that comes before it, once the server signs for it', async () => {
    const { asked, find } = server(first, second)
    const gate = empty({ catalog: [first, find] })
    await gate.load(await signed(first))
    expect(asked).toEqual([])
    expect(gate.can('news')).toBe(false)
    expect(gate.decide('news').code).toBe('unknown-permission')
    await gate.load(await signed(second, { seq: 2 }))
    expect(asked).toEqual([{ id: 'desk', sha256: await digest(second) }])
    expect(gate.can('news')).toBe(true)
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.can('reports.export')).toBe(false)
  })

  it('may reach pages before the server', async () => {
    const { asked, find } = server(first, second)
    const gate = empty({ catalog: [second, find] })
    await gate.load(await signed(first))
    expect(asked).toEqual([{ id: 'desk', sha256: await digest(first) }])
    expect(gate.can('chat-settings')).toBe(true)
    expect(gate.decide('news').code).toBe('unknown-permission')
    await gate.load(await signed(second, { seq: 2 }))
    expect(gate.can('news')).toBe(true)
    expect(asked).toHaveLength(1)
  })

  it('needs no function where a page holds both', async () => {
    for (const catalog of [
      [first, second],
      [bytes(second), first],
    ]) {
      const gate = empty({ catalog })
      for (const [seq, signedFor] of [first, second, first].entries()) {
        await gate.load(await signed(signedFor, { seq }))
        expect(gate.can('news')).toBe(signedFor === second)
        expect(gate.can('chat-settings')).toBe(true)
      }
    }
  })

  it('is taken back, and its catalog is asked for once', async () => {
    const { asked, find } = server(first, second)
    const gate = empty({ catalog: find })
    for (const [seq, catalog] of [first, second, first, second].entries()) {
      await gate.load(await signed(catalog, { seq }))
      expect(gate.can('news')).toBe(catalog === second)
    }
    expect(asked.map(({ sha256 }) => sha256)).toEqual([await digest(first), await digest(second)])
  })

  it('goes on for as long as a page stays open', async () => {
    const releases = Array.from({ length: 6 }, (_, release) =>
      changed(catalog => {
        catalog.label = { en: `Desk ${release}` }
      }),
    )
    const { asked, find } = server(...releases)
    const gate = empty({ catalog: find })
    let seq = 0
    for (const catalog of releases) await gate.load(await signed(catalog, { seq: ++seq }))
    expect(asked).toHaveLength(6)
    // The last four are kept, the two before them are not.
    for (const catalog of releases.slice(2)) await gate.load(await signed(catalog, { seq: ++seq }))
    expect(asked).toHaveLength(6)
    await gate.load(await signed(releases[0] as string, { seq: ++seq }))
    expect(asked).toHaveLength(7)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('tells listeners what flipped, by name', async () => {
    const third = changed(({ records, areas, roles }) => {
      const [area] = areas
      area.permissions = area.permissions.filter(({ id }) => id !== 'insights').reverse()
      for (const { values } of roles) delete values['insights']
      roles[0].values['reports.export'] = 'on'
      records['conversation']?.relations.reverse()
    })
    const gate = empty({ catalog: [first, second, third] })
    const told: (readonly string[])[] = []
    gate.subscribe(({ flipped }: GateEvent) => told.push(flipped))
    const entitled = { entitlements: ['prime'] }
    await gate.load(await signed(first, entitled))
    await gate.load(await signed(second, { ...entitled, seq: 2 }))
    await gate.load(await signed(first, { ...entitled, seq: 3 }))
    await gate.load(await signed(third, { ...entitled, seq: 4 }))
    expect(told[0]).toContain('insights')
    expect(told[0]).toContain('conversation.access')
    expect(told[1]).toEqual(['news'])
    expect(told[2]).toEqual(['news'])
    // Ids mean the same to a conversation, but by other bits: that is told rather than missed.
    const others = told[3]?.filter(name => !name.startsWith('conversation'))
    expect(others).toEqual(['reports.export', 'insights'])
    expect(gate.can('conversation.access', { agent: 'u1' })).toBe(true)
    expect(gate.can('conversation.access', { agent: 'u2' })).toBe(false)
  })

  it('keeps decisions the same objects, and each its own outcome', async () => {
    const third = changed(({ areas: [{ permissions }] }) => {
      permissions.reverse()
      const settings = permissions.find(({ id }) => id === 'chat-settings')
      Object.assign(settings ?? {}, { when_denied: { expired: 'hide' } })
    })
    const clock = new Clock()
    const gate = empty({ catalog: [first, second, third], now: clock.now })
    const record = { agent: 'u2' }
    const ask = () => [
      gate.decide('chat-settings'),
      gate.decide('chat-settings:write'),
      gate.decide('reports.export'),
      gate.decide('conversation.access', record),
    ]
    await gate.load(await signed(first))
    const before = ask()
    await gate.load(await signed(second, { seq: 2 }))
    const after = ask()
    for (const [at, decision] of before.entries()) expect(after[at]).toBe(decision)
    expect(gate.decide('news').allowed).toBe(true)

    clock.time = noon + 3660
    const expired = gate.decide('chat-settings')
    const other = gate.decide('reports.export')
    expect([expired.code, expired.outcome]).toEqual(['expired', 'disable'])
    clock.time = noon
    const later = { iat: noon + 3600, exp: noon + 7200, refresh_after: noon + 7000 }
    clock.time = noon + 3660
    await gate.load(await signed(third, { seq: 3, ...later }))
    clock.time = noon + 7260
    expect(gate.decide('chat-settings')).toMatchObject({ code: 'expired', outcome: 'hide' })
    expect(gate.decide('reports.export')).toBe(other)
  })

  it('shows in all questions at once', async () => {
    const gate = empty({ catalog: [first, second] })
    expect(gate.decideAll()).toEqual({})
    await gate.load(await signed(second))
    expect(Object.keys(gate.decideAll())[0]).toBe('news')
    expect(gate.maybe('news')).toBe(true)
    expect(gate.in('w1').level('news')).toBe('on')
    expect(gate.explain('news').trace[0]).toMatchObject({ step: 'role', value: 'on' })
    await gate.load(await signed(first, { seq: 2 }))
    expect(gate.decideAll()).not.toHaveProperty('news')
    expect(gate.in('w1').decide('news').code).toBe('unknown-permission')
    gate.clear()
    expect(Object.keys(gate.decideAll())).toContain('chat-settings')
    expect(gate.decide('chat-settings').code).toBe('no-snapshot')
  })
})

describe('a function that finds catalogs', () => {
  it('is called for no catalog but that of a snapshot that holds so far', async () => {
    const { asked, find } = server(first, second)
    const gate = empty({ catalog: [first, find] })
    await gate.load(await signed(first, { seq: 5 }))
    const good = await signed(second, { seq: 6 })
    const bad: [string, Promise<string>][] = [
      ['ERR_SIGNATURE_INVALID', Promise.resolve(`${good.slice(0, -8)}AAAAAAAA`)],
      ['ERR_CLAIM_INVALID', signed(second, { iss: 'https://other.example', seq: 6 })],
      ['ERR_SNAPSHOT_EXPIRED', signed(second, { iat: noon - 7200, exp: noon - 60, seq: 6 })],
      ['ERR_SNAPSHOT_ROLLBACK', signed(second, { seq: 4 })],
      ['ERR_SNAPSHOT_INVALID', signed(second, { fmt: 2, seq: 6 })],
      ['ERR_KEY_UNKNOWN', sign({}, { kid: 'k2' })],
    ]
    for (const [code, token] of bad) expect(await codeOf(gate.load(await token))).toBe(code)
    // Of these bytes there is a catalog, under its own id.
    const other = { id: 'other', sha256: await digest(first) }
    expect(await codeOf(gate.load(await sign({ seq: 6, catalog: other })))).toBe(
      'ERR_CATALOG_MISMATCH',
    )
    expect(asked).toEqual([])
    await gate.load(good)
    expect(asked).toHaveLength(1)
    expect(Object.isFrozen(asked[0])).toBe(true)
  })

  it('gives text or bytes, at once or later', async () => {
    const given: CatalogFinder[] = [
      () => second,
      async () => second,
      () => bytes(second),
      () => bytes(second).buffer,
      () => new DataView(bytes(second).buffer),
      // biome-ignore lint/suspicious/noThenProperty: a promise of a library of its own
      () => ({ then: (take: (file: string) => void) => take(second) }) as PromiseLike<string>,
    ]
    for (const catalog of given) {
      const gate = empty({ catalog })
      expect(await codeOf(gate.load(await signed(second)))).toBe('loaded')
      expect(gate.can('news')).toBe(true)
    }
  })

  it('that gives something else leaves the former snapshot in force', async () => {
    const lost = new Error('the network')
    const own = new GateError('ERR_CATALOG_MISMATCH', 'the server has none')
    const given: [code: string, find: () => unknown, cause?: unknown][] = [
      ['ERR_CATALOG_MISMATCH', () => first],
      ['ERR_CATALOG_MISMATCH', () => `${second} `],
      ['ERR_CATALOG_MISMATCH', () => ''],
      ['ERR_CATALOG_MISMATCH', () => '<!doctype html>'],
      ['ERR_CATALOG_MISMATCH', () => undefined],
      ['ERR_CATALOG_MISMATCH', async () => null],
      ['ERR_CATALOG_INVALID', () => JSON.parse(second), expect.any(TypeError)],
      ['ERR_CATALOG_INVALID', () => 17, expect.any(TypeError)],
      ['ERR_CATALOG_INVALID', () => '\ud800', expect.any(TypeError)],
      ['ERR_CATALOG_INVALID', () => `${second}${' '.repeat(4 * 1024 * 1024)}`],
      ['ERR_FETCH_FAILED', () => Promise.reject(lost), lost],
      ['ERR_FETCH_FAILED', () => Promise.reject(undefined)],
      [
        'ERR_FETCH_FAILED',
        () => {
          throw lost
        },
        lost,
      ],
      ['ERR_CATALOG_MISMATCH', () => Promise.reject(own)],
    ]
    for (const [code, find, cause] of given) {
      const gate = empty({ catalog: [first, find as CatalogFinder] })
      await gate.load(await signed(first))
      const before = gate.decide('chat-settings')
      const error = await gate.load(await signed(second, { seq: 2 })).catch(error => error)
      expect(isGateError(error)).toBe(true)
      expect([error.code, error.cause]).toEqual([code, cause])
      expect(gate.seq).toBe(1)
      expect(gate.state).toBe('ready')
      expect(gate.decide('chat-settings')).toBe(before)
      expect(await codeOf(gate.load(await signed(first, { seq: 2 })))).toBe('loaded')
    }
  })

  it('that fails leaves a gate without a snapshot loading, and is tried again', async () => {
    const find = vi.fn(async (_: CatalogName) => second)
    find.mockRejectedValueOnce(new Error('the network'))
    const gate = empty({ catalog: find })
    expect(await codeOf(gate.load(await signed(second)))).toBe('ERR_FETCH_FAILED')
    expect(gate.state).toBe('empty')
    expect(gate.decide('news').outcome).toBe('loading')
    expect(await codeOf(gate.load(await signed(second)))).toBe('loaded')
    expect(find).toHaveBeenCalledTimes(2)
  })

  it('says what is wrong with what it was given', async () => {
    const message = async (find: CatalogFinder, token = signed(second)) =>
      empty({ catalog: find })
        .load(await token)
        .then(
          () => 'loaded',
          (error: Error) => error.message,
        )
    const page = '<!doctype html>'
    expect(await message(() => page)).toBe(
      `what was given for the catalog that the snapshot names is another file: 15 bytes, and their SHA-256 is \`${await digest(page)}\``,
    )
    expect(await message(() => ({}) as string)).toBe(
      "the function `catalog` must give the catalog file's text or bytes, not the parsed object, because snapshots name a catalog by the hash of its bytes",
    )
    const marked = `\ufeff${second}`
    expect(await message(() => marked, signed(marked))).toBe(
      'the catalog is refused: the text begins with a byte order mark: save it as UTF-8 without one',
    )
  })

  it('is called on its own, once at a time for each catalog', async () => {
    const { find, end } = slow()
    const gate = empty({
      catalog: function (this: unknown, named) {
        expect(this).toBe(undefined)
        return find(named)
      } as CatalogFinder,
    })
    const tokens = [await signed(second, { seq: 1 }), await signed(second, { seq: 2 })]
    const last = await signed(first, { seq: 3 })
    const loads = tokens.map(token => codeOf(gate.load(token)))
    const other = codeOf(gate.load(last))
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(2))
    end(0, second)
    expect(await Promise.all(loads)).toEqual(['loaded', 'loaded'])
    end(1, first)
    expect(await other).toBe('loaded')
    expect(gate.seq).toBe(3)
    expect(find).toHaveBeenCalledTimes(2)
  })

  it('may clear or dispose the gate', async () => {
    for (const end of ['clear', 'dispose'] as const) {
      const gate: Gate = empty({
        catalog: () => {
          gate[end]()
          return new Promise<string>(() => {})
        },
      })
      expect(await codeOf(gate.load(await signed(second)))).toBe('ERR_ENGINE_UNAVAILABLE')
      expect(gate.state).toBe('empty')
    }
  })

  it('that never ends holds up no load of another catalog, and is given up by `clear`', async () => {
    const find = vi.fn((_: CatalogName): string | Promise<string> => new Promise(() => {}))
    const gate = empty({ catalog: [first, find] })
    const waiting = [2, 3].map(async seq => codeOf(gate.load(await signed(second, { seq }))))
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1))
    await gate.load(await signed(first, { seq: 1 }))
    await gate.load(await signed(first, { seq: 4 }))
    expect(gate.seq).toBe(4)
    gate.clear()
    expect(await Promise.all(waiting)).toEqual(Array(2).fill('ERR_ENGINE_UNAVAILABLE'))
    find.mockReturnValue(second)
    expect(await codeOf(gate.load(await signed(second, { seq: 5 })))).toBe('loaded')
    expect(find).toHaveBeenCalledTimes(2)
  })

  it('leaves nothing of a snapshot that the gate was cleared of', async () => {
    for (const clear of ['clear', 'dispose'] as const) {
      const { find, end } = slow()
      const gate = empty({ catalog: [first, find] })
      await gate.load(await signed(first))
      const load = codeOf(gate.load(await signed(second, { seq: 2 })))
      await vi.waitFor(() => expect(find).toHaveBeenCalled())
      gate[clear]()
      expect(await load).toBe('ERR_ENGINE_UNAVAILABLE')
      end(0, second)
      await nextTurn()
      expect(gate.state).toBe('empty')
      expect(gate.can('chat-settings')).toBe(false)
    }
  })
})

describe('loads while a catalog is being found', () => {
  const later = async (changes: Record<string, unknown>, between: Record<string, unknown>) => {
    const { find, end } = slow()
    const clock = new Clock()
    const gate = empty({ catalog: [first, find], now: clock.now })
    const load = codeOf(gate.load(await signed(second, changes)))
    await vi.waitFor(() => expect(find).toHaveBeenCalled())
    await gate.load(await signed(first, between))
    return { gate, clock, load, end: () => end(0, second) }
  }

  it('let the newest snapshot of a person win', async () => {
    const older = await later({ seq: 1 }, { seq: 2 })
    older.end()
    expect(await older.load).toBe('ERR_SNAPSHOT_ROLLBACK')
    expect(older.gate.seq).toBe(2)
    const newer = await later({ seq: 2 }, { seq: 1 })
    newer.end()
    expect(await newer.load).toBe('loaded')
    expect(newer.gate.seq).toBe(2)
    expect(newer.gate.can('news')).toBe(true)
  })

  it('let the last call win where people change', async () => {
    const { gate, load, end } = await later({ seq: 9 }, { sub: 'u2', seq: 1 })
    end()
    expect(await load).toBe('ERR_SNAPSHOT_ROLLBACK')
    expect(gate.seq).toBe(1)
    expect(gate.decide('news').code).toBe('unknown-permission')
    // What was refused may be loaded again, as what it is by then: the last call.
    expect(await codeOf(gate.load(await signed(first, { seq: 10 })))).toBe('loaded')
  })

  it('are judged by the time at which it was found', async () => {
    const { clock, gate, load, end } = await later({ seq: 2 }, { seq: 1 })
    clock.time = noon + 3660
    end()
    expect(await load).toBe('ERR_SNAPSHOT_EXPIRED')
    expect(gate.state).toBe('expired')
  })

  it('leave what is in force decided', async () => {
    const { gate, load, end } = await later({ seq: 2 }, { seq: 1 })
    expect(gate.state).toBe('ready')
    expect(gate.can('chat-settings')).toBe(true)
    end()
    await load
    expect(gate.can('news')).toBe(true)
  })
})

describe('the option', () => {
  it('is a catalog, a function, or a list of them', () => {
    const wrong: unknown[] = [
      [],
      [[first]],
      [first, undefined],
      [JSON.parse(first)],
      [() => first, () => second],
      Array(17).fill(first),
      new Set([first]),
      new Proxy([], {
        get() {
          throw new Error('get')
        },
      }),
    ]
    for (const catalog of wrong) {
      expect(() => createGate({ ...options, catalog } as never)).toThrow(TypeError)
    }
    const list = [first]
    const gate = empty({ catalog: list })
    list.length = 0
    expect(gate.state).toBe('empty')
  })

  it('is refused with any catalog that cannot be used', async () => {
    for (const bad of ['{}', '', new Uint8Array(4 * 1024 * 1024 + 1)]) {
      const gate = empty({ catalog: [first, bad] })
      expect(await codeOf(gate.load(await signed(first)))).toBe('ERR_CATALOG_INVALID')
      expect(gate.state).toBe('failed')
    }
  })
})

describe('gates of one page', () => {
  it('ask on their own, for the same catalog too', async () => {
    const servers = [server(second), server(second)]
    for (const { asked, find } of servers) {
      const gate = empty({ catalog: find })
      await gate.load(await signed(second))
      expect(gate.can('news')).toBe(true)
      expect(asked).toHaveLength(1)
    }
    const gate = empty({ catalog: first })
    expect(await codeOf(gate.load(await signed(second)))).toBe('ERR_CATALOG_MISMATCH')
  })
})

describe('a list with a catalog of a format that only later releases read', () => {
  const later = JSON.stringify({ format: 2, id: 'desk', dialects: [] })

  it('serves snapshots of the others', async () => {
    const gate = empty({ catalog: [later, first] })
    await gate.load(await signed(first))
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('refuses the snapshot that names it, with the reason, and searches for no other', async () => {
    const { asked, find } = server(later)
    for (const catalog of [
      [first, later],
      [later, find],
    ]) {
      const gate = empty({ catalog })
      await expect(gate.load(await signed(later))).rejects.toMatchObject({
        code: 'ERR_CATALOG_INVALID',
        message: expect.stringContaining('must be a version that this release of rolegate reads'),
      })
    }
    expect(asked).toEqual([])
  })

  it.each([
    ['is otherwise broken', [first, '{"format": 1}']],
    ['is no catalog', [first, 'format 2']],
    ['is alone', later],
  ])('is refused as ever if one %s', async (_, catalog) => {
    const load = empty({ catalog }).load(await signed(first))
    expect(await codeOf(load)).toBe('ERR_CATALOG_INVALID')
  })
})
