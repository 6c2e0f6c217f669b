import { createGate } from 'rolegate'
import { describe, expect, it } from 'vitest'
import { empty, options, sign } from '../helpers/gates.ts'

const wrong = (changes: object) => () => createGate({ ...options, ...changes } as never)

describe('createGate', () => {
  it('takes a plain object of any realm', () => {
    expect(createGate(options).state).toBe('empty')
    expect(createGate(Object.assign(Object.create(null), options)).state).toBe('empty')
  })

  it('refuses anything else as options', () => {
    class Options {}
    const odd = [null, undefined, 1, 'text', [], new Map(), () => {}, new Options(), new Date()]
    for (const value of odd) expect(() => createGate(value as never)).toThrow(TypeError)
    expect(() => createGate(Object.assign(new Options(), options))).toThrow(TypeError)
    expect(() => createGate({} as never)).toThrow(TypeError)
  })

  it.each([
    ['unknown', { issuers: 'x' }],
    ['symbol', { [Symbol('s')]: 1 }],
    ['keys', { keys: 1 }],
    ['keys null', { keys: null }],
    ['keys function', { keys: { keys: [() => 1] } }],
    ['keys not finite', { keys: { keys: [{ n: Number.NaN }] } }],
    ['issuer', { issuer: 1 }],
    ['issuer empty', { issuer: '' }],
    ['issuer absent', { issuer: undefined }],
    ['issuer surrogate', { issuer: '\ud800' }],
    ['issuer long', { issuer: 'i'.repeat(257) }],
    ['audience', { audience: ['desk-web'] }],
    ['audience empty', { audience: '' }],
    ['subject empty', { subject: '' }],
    ['subject null', { subject: null }],
    ['catalog parsed', { catalog: { format: 1 } }],
    ['catalog array-like', { catalog: { length: 5 } }],
    ['catalog array', { catalog: [1, 2] }],
    ['catalog surrogate', { catalog: '\udc00' }],
    ['leastSeq negative', { leastSeq: -1 }],
    ['leastSeq fraction', { leastSeq: 1.5 }],
    ['leastSeq unsafe', { leastSeq: 2 ** 53 }],
    ['leastSeq bigint', { leastSeq: 1n }],
    ['leeway NaN', { leeway: Number.NaN }],
    ['leeway negative', { leeway: -1 }],
    ['leeway text', { leeway: '60' }],
    ['leeway large', { leeway: 301 }],
    ['leeway null', { leeway: null }],
    ['maxLifetime zero', { maxLifetime: 0 }],
    ['maxLifetime infinite', { maxLifetime: Number.POSITIVE_INFINITY }],
    ['now', { now: 1 }],
    ['strict', { strict: 1 }],
    ['records', { records: [] }],
    ['records kind', { records: { conversation: null } }],
    ['records fact', { records: { conversation: { assigned: () => 'u1' } } }],
    ['records accessor', { records: { conversation: { assignee: 'agent' } } }],
  ])('refuses: %s', (_, changes) => {
    expect(wrong(changes)).toThrow(TypeError)
  })

  it('says what is wrong, and what may be meant', () => {
    expect(wrong({ issure: 'x' })).toThrow('did you mean `issuer`?')
    expect(wrong({ issuer: undefined })).toThrow('the option `issuer` is missing')
    expect(wrong({ catalog: { format: 1 } })).toThrow('not the parsed object')
    expect(wrong({ keys: new Map() })).toThrow('`keys` must be a JWKS or its text')
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    for (const name of ['keys', 'catalog', 'records']) {
      expect(wrong({ [name]: revoked.proxy })).toThrow(TypeError)
    }
  })

  it('reads each option once, own ones only, and no other', () => {
    const read: PropertyKey[] = []
    const proxy = new Proxy(options, {
      get(target, name, receiver) {
        read.push(name)
        return Reflect.get(target, name, receiver)
      },
    })
    createGate(proxy)
    expect(read.toSorted()).toEqual(Object.keys(options).toSorted())
  })

  it('is not impressed by getters and proxies that throw', () => {
    const cause = new Error('getter')
    const throwing = { ...options }
    Object.defineProperty(throwing, 'leeway', {
      enumerable: true,
      get() {
        throw cause
      },
    })
    expect(() => createGate(throwing)).toThrow(expect.objectContaining({ cause }))
    expect(() => createGate(throwing)).toThrow(TypeError)
    const { proxy, revoke } = Proxy.revocable({ ...options }, {})
    revoke()
    expect(() => createGate(proxy)).toThrow(TypeError)
    expect(wrong({ records: proxy })).toThrow(TypeError)
    expect(wrong({ keys: proxy })).toThrow(TypeError)
  })

  it('takes the first value of a getter that changes its mind', async () => {
    let reads = 0
    const issuer = options.issuer
    const changing = Object.defineProperty({ ...options }, 'issuer', {
      enumerable: true,
      get: () => (reads++ === 0 ? issuer : 'https://evil.example'),
    })
    const gate = createGate(changing)
    await gate.load(await sign())
    expect(reads).toBe(1)
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('lets a getter make and dispose gates of its own', async () => {
    const other = empty()
    const odd = Object.defineProperty({ ...options }, 'leeway', {
      enumerable: true,
      get() {
        other.dispose()
        createGate(options).dispose()
        return 60
      },
    })
    const gate = createGate(odd)
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('has no use for a polluted prototype', async () => {
    const prototype = Object.prototype as Record<string, unknown>
    const token = await sign()
    const names = [
      'leeway',
      'issuer',
      'subject',
      'leastSeq',
      'now',
      'toJSON',
      'strict',
      'code',
      'admin',
    ]
    try {
      prototype['leeway'] = 300
      prototype['issuer'] = 'https://evil.example'
      prototype['subject'] = 'u9'
      prototype['leastSeq'] = 99
      prototype['now'] = () => 0
      prototype['strict'] = 'yes'
      prototype['code'] = 'ERR_FETCH_FAILED'
      prototype['admin'] = true
      prototype['toJSON'] = () => ({ keys: [] })
      const gate = createGate(options)
      const { issuer: _, ...lacking } = options
      expect(() => createGate(lacking as never)).toThrow(TypeError)
      await gate.load(token)
      expect(gate.can('chat-settings')).toBe(true)
      expect(gate.can('reports.export')).toBe(false)
      expect(gate.can('admin')).toBe(false)
      await expect(gate.load('x')).rejects.toMatchObject({ code: 'ERR_TOKEN_MALFORMED' })
    } finally {
      for (const name of names) delete prototype[name]
    }
  })
})
