// F. The payload's JSON, G. who and whom, H. time.
import { kind, spoilt } from './syntax.mjs'
import * as t from './tokens.mjs'

const INVALID = 'ERR_CLAIM_INVALID'
const EXPIRED = 'ERR_SNAPSHOT_EXPIRED'
const NOT_YET = 'ERR_SNAPSHOT_NOT_YET_VALID'

const { CLAIMS_TEXT, ISSUED, EXPIRES, LEEWAY, LIFETIME } = t
const HOUR = 3600
const DAY = 24 * HOUR

export function payloadJson() {
  const g = t.group('F', 'the payload’s JSON')
  const of = payload => t.token({ payload: Buffer.from(payload) })
  const invalid = (name, payload) => g.refuse(name, INVALID, of(payload))

  g.line(76)
  invalid('payload-string', '"u42"')
  invalid('payload-number', '17')
  invalid('payload-null', 'null')
  invalid('payload-true', 'true')
  invalid('payload-token', t.GOOD)
  invalid('payload-blank', ' ')
  invalid('payload-encoded-claims', t.PAYLOAD)
  invalid('payload-string-of-claims', JSON.stringify(CLAIMS_TEXT))
  g.line(77)
  invalid('payload-array', '[]')
  // What a reader that fills a struct by position would take for claims.
  invalid('payload-array-in-struct-order', JSON.stringify(Object.values(t.CLAIMS)))
  invalid('payload-array-of-one', `[${CLAIMS_TEXT}]`)
  invalid('payload-array-of-pairs', JSON.stringify(Object.entries(t.CLAIMS)))
  g.line(78)
  invalid('payload-empty-object', '{}')
  g.line(79)
  for (const [what, bytes] of spoilt(CLAIMS_TEXT, 'x')) {
    if (kind(what) !== 'encoding' || what.startsWith('utf16')) invalid(`payload-${what}`, bytes)
  }
  g.line(80)
  const twice = more => t.append(CLAIMS_TEXT, more)
  invalid('exp-twice-later-last', twice(`"exp":${EXPIRES + HOUR}`))
  invalid('exp-twice-later-first', `{"exp":${EXPIRES + HOUR},${CLAIMS_TEXT.slice(1)}`)
  invalid('exp-twice-same', twice(`"exp":${EXPIRES}`))
  invalid('exp-twice-escaped', twice(`"\\u0065xp":${EXPIRES + HOUR}`))
  invalid('sub-twice', twice('"sub":"u43"'))
  invalid('aud-twice', twice('"aud":"chat-web"'))
  invalid('iss-twice', twice('"iss":"https://evil.example"'))
  invalid('seq-twice', twice('"seq":18'))
  invalid('roles-twice', twice('"roles":[],"roles":[]'))
  invalid('memberships-twice', twice(`"memberships":${JSON.stringify(t.ADMIN.memberships)}`))
  invalid('private-claim-twice', twice('"x":1,"x":1'))
  invalid('private-claim-twice-inside', twice('"x":{"y":[{"z":1,"z":1}]}'))
  invalid('private-claim-twice-empty-name', twice('"":1,"":2'))
  invalid('proto-twice', twice('"__proto__":1,"__proto__":1'))
  invalid(
    'nested-member-twice',
    CLAIMS_TEXT.replace('"roles":["viewer"]', '"roles":["viewer"],"roles":["admin"]'),
  )
  invalid(
    'nested-member-twice-escaped',
    CLAIMS_TEXT.replace('"roles":["viewer"]', '"roles":["viewer"],"r\\u006fles":["admin"]'),
  )
  g.line(81)
  invalid('claims-under-proto', `{"__proto__":${CLAIMS_TEXT}}`)
  invalid('claims-under-constructor', `{"constructor":{"prototype":${CLAIMS_TEXT}}}`)
  invalid('claims-under-payload', `{"payload":${CLAIMS_TEXT}}`)
  g.line(82)
  const renamed = (name, other) => CLAIMS_TEXT.replace(`"${name}":`, `"${other}":`)
  invalid(
    'claims-upper-case',
    CLAIMS_TEXT.replace(/"(iss|aud|sub|iat|exp)":/g, name => name.toUpperCase()),
  )
  invalid('exp-upper-case', renamed('exp', 'EXP'))
  invalid('exp-with-space', renamed('exp', 'exp '))
  invalid('sub-with-nul', renamed('sub', 'sub\\u0000'))
  invalid('sub-with-zero-width', renamed('sub', 'sub\u200b'))
  invalid('aud-cyrillic', renamed('aud', '\u0430ud'))
  g.line(83)
  for (const [what, bytes] of spoilt(CLAIMS_TEXT, 'x')) {
    if (kind(what) === 'encoding' && !what.startsWith('utf16')) invalid(`payload-${what}`, bytes)
  }
  const within = (name, byte) =>
    Buffer.from(CLAIMS_TEXT.replace(`"${name}":"`, `"${name}":"\u0080`), 'latin1').map(b =>
      b === 0x80 ? byte : b,
    )
  invalid('sub-not-utf8', within('sub', 0xff))
  invalid('iss-not-utf8', within('iss', 0xc0))
  g.line(84)
  g.accept(
    'private-claims',
    t.saying({
      email: 'u42@app.example',
      'https://app.example/plan': { tier: 3 },
      azp: null,
      scope: ['a', 1, 1.5, -0.1, 1e300],
    }),
  )
  g.accept(
    'private-claim-proto',
    of(twice('"__proto__":{"exp":0},"constructor":{"prototype":{"exp":0}}')),
  )
  g.accept('private-claims-in-other-case', t.saying({ EXP: 0, Sub: 'u43', Roles: ['admin'] }))
  g.accept(
    'private-claims-in-many-scripts',
    t.saying({ name: 'Zoë 李 👩‍🚀 \u0000 \ud83d\ude00', ключ: 'значение' }),
  )
  g.accept(
    'claims-in-other-order',
    of(JSON.stringify(Object.fromEntries(Object.entries(t.CLAIMS).reverse()))),
  )
  g.accept('claims-with-white-space', of(JSON.stringify(t.CLAIMS, null, '\t')))
  g.accept(
    'claims-escaped',
    of(CLAIMS_TEXT.replace('"sub":"u42"', '"\\u0073\\u0075b":"\\u007542"').replaceAll('/', '\\/')),
  )
  return g
}

export function parties() {
  const g = t.group('G', '`iss`, `aud`, `sub`, `jti`')
  const invalid = (name, changes, more) => g.refuse(name, INVALID, t.saying(changes), more)
  const pinned = { expectations: { subject: t.SUBJECT } }

  g.line(85)
  for (const name of ['iss', 'aud', 'sub', 'iat', 'seq'])
    invalid(`${name}-missing`, { [name]: undefined })
  g.line(86)
  const wrong = { null: null, number: 42, object: {}, true: true, 'number-zero': 0 }
  for (const name of ['iss', 'aud', 'sub']) {
    for (const [what, value] of Object.entries(wrong)) invalid(`${name}-${what}`, { [name]: value })
  }
  g.line(87)
  invalid('iss-array', { iss: [t.ISSUER] })
  invalid('iss-array-with-another', { iss: ['https://evil.example', t.ISSUER] })
  invalid('sub-array', { sub: [t.SUBJECT] })
  invalid('iss-object-like-a-string', { iss: { 0: t.ISSUER, length: 1 } })
  g.line(88)
  for (const name of ['iss', 'aud', 'sub']) invalid(`${name}-empty`, { [name]: '' })
  invalid('iss-empty-where-empty-is-expected', { iss: '' }, { expectations: { issuer: '' } })
  invalid('sub-of-257-bytes', { sub: 'u'.repeat(257) })
  invalid('iss-of-257-bytes', { iss: 'i'.repeat(257) })
  g.line(89)
  const near = text => ({
    prefix: text.slice(0, -1),
    longer: `${text}2`,
    'space-last': `${text} `,
    'space-first': ` ${text}`,
    'nul-last': `${text}\0`,
    'newline-last': `${text}\n`,
    'upper-case': text.toUpperCase(),
    'look-alike': text.replace(
      /[ahu]/,
      letter => ({ a: '\u0430', h: '\u04bb', u: '\u03c5' })[letter],
    ),
    'zero-width': `${text[0]}\u200b${text.slice(1)}`,
    slash: `${text}/`,
    'percent-encoded': `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`,
    'combining-mark': `${text}\u0301`,
    wildcard: '*',
    other: 'somebody-else',
  })
  for (const [what, iss] of Object.entries(near(t.ISSUER))) invalid(`iss-${what}`, { iss })
  for (const [what, aud] of Object.entries(near(t.AUDIENCE))) invalid(`aud-${what}`, { aud })
  for (const [what, sub] of Object.entries(near(t.SUBJECT))) invalid(`sub-${what}`, { sub }, pinned)
  invalid('iss-http', { iss: t.ISSUER.replace('https', 'http') })
  invalid('iss-with-port', { iss: `${t.ISSUER}:443` })
  invalid('iss-and-aud-swapped', { iss: t.AUDIENCE, aud: t.ISSUER })
  g.line(90)
  invalid('aud-list-without-us', { aud: ['mail-web', 'chat-ios'] })
  invalid('aud-list-empty', { aud: [] })
  invalid('aud-list-nested', { aud: [[t.AUDIENCE]] })
  invalid('aud-list-mixed-types', { aud: [t.AUDIENCE, 1] })
  invalid('aud-list-with-null', { aud: [null, t.AUDIENCE] })
  invalid('aud-list-with-empty', { aud: ['', t.AUDIENCE] })
  invalid('aud-list-of-17', {
    aud: [t.AUDIENCE, ...Array.from({ length: 16 }, (_, n) => `app-${n}`)],
  })
  invalid('aud-list-of-3000', {
    aud: [t.AUDIENCE, ...Array.from({ length: 2999 }, (_, n) => `app-${n}`)],
  })
  invalid('aud-object-of-us', { aud: { [t.AUDIENCE]: true } })
  g.line(91)
  invalid('aud-with-comma', { aud: `${t.AUDIENCE},mail-web` })
  invalid('aud-with-space', { aud: `mail-web ${t.AUDIENCE}` })
  invalid('aud-list-with-comma', { aud: [`mail-web,${t.AUDIENCE}`] })
  g.line(92)
  g.accept('aud-list-of-us', t.saying({ aud: [t.AUDIENCE] }))
  g.accept('aud-list-with-us-last', t.saying({ aud: ['mail-web', 'chat-ios', t.AUDIENCE] }))
  g.accept(
    'aud-list-of-16',
    t.saying({ aud: [...Array.from({ length: 15 }, (_, n) => `app-${n}`), t.AUDIENCE] }),
  )
  g.accept('sub-as-expected', t.GOOD, pinned)
  g.accept('sub-of-256-bytes', t.saying({ sub: 'u'.repeat(256) }))
  const other = { issuer: 'urn:example:tenant-7', audience: 'Büro 7/α' }
  g.accept('iss-and-aud-of-any-script', t.saying({ iss: other.issuer, aud: other.audience }), {
    expectations: other,
  })
  g.line(93)
  invalid('jti-empty', { jti: '' })
  invalid('jti-number', { jti: 7 })
  invalid('jti-null', { jti: null })
  invalid('jti-array', { jti: ['7'] })
  invalid('jti-of-257-bytes', { jti: 'j'.repeat(257) })
  invalid('jti-of-8000-bytes', { jti: 'j'.repeat(8000) })
  // RFC 7519 section 4.1.7 leaves it optional, and `seq` does its work here.
  g.accept('jti-missing', t.GOOD)
  g.accept('jti-of-256-bytes', t.saying({ jti: 'j'.repeat(256) }))
  return g
}

export function time() {
  const g = t.group('H', 'time')
  const invalid = (name, changes, more) => g.refuse(name, INVALID, t.saying(changes), more)
  const at = seconds => ({ now: seconds * 1000 })
  // Numbers that JavaScript cannot print are put into the text.
  const number = (name, digits) =>
    t.token({ payload: CLAIMS_TEXT.replace(new RegExp(`"${name}":\\d+`), `"${name}":${digits}`) })

  g.line(94)
  invalid('exp-missing', { exp: undefined })
  g.line(95)
  const wrong = {
    null: null,
    string: String(EXPIRES),
    date: '2026-09-21T15:13:20Z',
    false: false,
    true: true,
    array: [EXPIRES],
    'array-empty': [],
    object: {},
    'string-empty': '',
  }
  for (const name of ['exp', 'iat', 'nbf', 'refresh_after']) {
    for (const [what, value] of Object.entries(wrong))
      invalid(`${name.replace('_', '-')}-${what}`, { [name]: value })
  }
  invalid('seq-string', { seq: '17' })
  invalid('seq-null', { seq: null })
  invalid('seq-array', { seq: [17] })
  g.line(96)
  for (const name of ['exp', 'iat', 'nbf', 'seq', 'refresh_after']) {
    const value = t.CLAIMS[name]
    const shown = name.replace('_', '-')
    g.refuse(`${shown}-fraction`, INVALID, number(name, `${value}.5`))
    g.refuse(`${shown}-fraction-zero`, INVALID, number(name, `${value}.0`))
    g.refuse(`${shown}-exponent`, INVALID, number(name, `${value}e0`))
  }
  g.refuse('exp-exponent-of-a-short-number', INVALID, number('exp', '179000360e1'))
  g.line(97)
  for (const name of ['exp', 'iat', 'nbf', 'seq']) {
    g.refuse(`${name}-minus-one`, INVALID, number(name, '-1'))
    g.refuse(`${name}-minus-zero`, INVALID, number(name, '-0'))
  }
  g.refuse('iat-minus-2-63', INVALID, number('iat', '-9223372036854775808'))
  g.line(98)
  const large = {
    '2-53': '9007199254740992',
    '2-53-and-1': '9007199254740993',
    '2-63-less-1': '9223372036854775807',
    '2-63': '9223372036854775808',
    '2-64-less-1': '18446744073709551615',
    '2-64': '18446744073709551616',
    '1e308': '1e308',
    '1e400': '1e400',
    '2001-digits': '9'.repeat(2001),
  }
  for (const name of ['exp', 'iat', 'nbf', 'seq', 'refresh_after']) {
    for (const [what, digits] of Object.entries(large))
      g.refuse(`${name.replace('_', '-')}-${what}`, INVALID, number(name, digits))
  }
  g.line(99)
  invalid('exp-zero', { exp: 0 })
  invalid('exp-zero-issued-at-zero', { iat: 0, nbf: 0, exp: 0 })
  g.refuse('everything-in-1970', EXPIRED, t.saying({ iat: 0, nbf: 0, exp: HOUR }))
  g.line(100)
  invalid('exp-is-iat', { exp: ISSUED })
  invalid('exp-before-iat', { exp: ISSUED - 1 })
  invalid('exp-is-nbf', { nbf: EXPIRES })
  invalid('exp-is-iat-nbf-earlier', { nbf: ISSUED - HOUR, exp: ISSUED }, at(ISSUED))
  invalid('exp-before-iat-nbf-earlier', { nbf: ISSUED - HOUR, exp: ISSUED - 1 }, at(ISSUED - 30))
  invalid('exp-before-nbf', { nbf: EXPIRES + 1 })
  g.line(101)
  invalid('exp-in-milliseconds', { exp: EXPIRES * 1000 })
  invalid('times-in-milliseconds', { iat: ISSUED * 1000, nbf: ISSUED * 1000, exp: EXPIRES * 1000 })
  invalid('times-in-milliseconds-and-short', {
    iat: ISSUED * 1000,
    nbf: ISSUED * 1000,
    exp: ISSUED * 1000 + HOUR,
  })
  g.line(102)
  invalid('exp-in-the-year-9999', { exp: 253_402_300_799 })
  invalid('exp-at-2-53-less-1', { exp: 2 ** 53 - 1 })
  g.line(103)
  invalid('lifetime-a-second-over', { exp: ISSUED + DAY + 1 })
  g.accept('lifetime-at-the-limit', t.saying({ exp: ISSUED + DAY }))
  const short = { expectations: { max_lifetime: 600 } }
  invalid('lifetime-a-second-over-ours', { exp: ISSUED + 601 }, short)
  g.accept('lifetime-at-our-limit', t.saying({ exp: ISSUED + 600 }), short)
  const long = { expectations: { max_lifetime: 30 * DAY } }
  g.accept('lifetime-of-a-month-where-allowed', t.saying({ exp: ISSUED + 30 * DAY }), long)
  // The lifetime counts from `iat`, so a late `nbf` does not lengthen it.
  invalid('lifetime-over-from-iat', { iat: ISSUED - DAY, exp: ISSUED + HOUR })
  g.line(104)
  const expired = (name, now, changes = {}, more = {}) =>
    g.refuse(name, EXPIRED, t.saying(changes), { ...at(now), ...more })
  expired('expired-by-an-hour', EXPIRES + HOUR)
  expired('expired-by-ten-years', EXPIRES + 3652 * DAY)
  expired('expires-now', EXPIRES + LEEWAY)
  expired('expired-by-a-second', EXPIRES + LEEWAY + 1)
  expired('expires-now-without-leeway', EXPIRES, {}, { expectations: { leeway: 0 } })
  expired('expires-now-with-greatest-leeway', EXPIRES + 300, {}, { expectations: { leeway: 300 } })
  expired(
    'expires-now-leeway-beyond-greatest',
    EXPIRES + 300,
    {},
    { expectations: { leeway: 3600 } },
  )
  expired('expired-with-every-right', EXPIRES + HOUR, t.ADMIN)
  g.line(105)
  const inForce = (name, now, changes = {}, more = {}) =>
    g.accept(name, t.saying(changes), { ...at(now), ...more })
  inForce('last-second', EXPIRES - 1)
  inForce('first-second-of-the-leeway', EXPIRES)
  inForce('last-second-of-the-leeway', EXPIRES + LEEWAY - 1)
  g.accept('last-millisecond-of-the-leeway', t.GOOD, { now: (EXPIRES + LEEWAY) * 1000 - 1 })
  inForce('last-second-without-leeway', EXPIRES - 1, {}, { expectations: { leeway: 0 } })
  inForce(
    'last-second-of-the-greatest-leeway',
    EXPIRES + 299,
    {},
    { expectations: { leeway: 300 } },
  )
  inForce('stale-and-in-force', EXPIRES - 1, { refresh_after: ISSUED })
  g.line(106)
  g.refuse(
    'nbf-a-second-outside-the-leeway',
    NOT_YET,
    t.saying({ nbf: ISSUED + LEEWAY + 1 }),
    at(ISSUED),
  )
  g.refuse('nbf-in-the-future', NOT_YET, t.saying({ nbf: ISSUED + 1800 }), at(ISSUED))
  g.refuse('nbf-a-second-ahead-without-leeway', NOT_YET, t.saying({ nbf: ISSUED + 1 }), {
    ...at(ISSUED),
    expectations: { leeway: 0 },
  })
  invalid('iat-a-second-outside-the-leeway', {}, at(ISSUED - LEEWAY - 1))
  invalid('iat-in-the-future', { iat: ISSUED + 1800, nbf: ISSUED }, at(ISSUED))
  invalid('iat-and-no-nbf-in-the-future', { nbf: undefined }, at(ISSUED - HOUR))
  invalid(
    'iat-a-second-ahead-without-leeway',
    {},
    { ...at(ISSUED - 1), expectations: { leeway: 0 } },
  )
  inForce('nbf-at-the-leeway', ISSUED, { nbf: ISSUED + LEEWAY })
  inForce('iat-at-the-leeway', ISSUED - LEEWAY)
  inForce('nbf-missing', ISSUED, { nbf: undefined })
  inForce('nbf-before-iat', ISSUED, { nbf: ISSUED - DAY })
  inForce('refresh-after-missing', ISSUED, { refresh_after: undefined })
  g.line(107)
  const clocks = {
    'at-zero': 0,
    negative: -1,
    'in-seconds': t.NOW / 1000,
    'in-microseconds': t.NOW * 1000,
    'at-2-53': 2 ** 53,
    'at-2-64': 2 ** 64,
    'before-2020': 1_577_836_799_999,
    'in-2100': 4_102_444_800_000,
    'not-a-number': 'NaN',
    infinite: 'Infinity',
    'infinite-below': '-Infinity',
  }
  for (const [what, now] of Object.entries(clocks))
    g.refuse(`clock-${what}`, INVALID, t.GOOD, { now })
  g.line(108)
  invalid('clock-two-hours-before-iat', {}, at(ISSUED - 2 * HOUR))
  invalid('clock-ten-years-before-iat', { nbf: undefined }, at(1_577_836_800))
  g.line(109)
  const around = (name, second) =>
    inForce(name, second + 60, {
      iat: second,
      nbf: second,
      exp: second + HOUR,
      refresh_after: second + 60,
    })
  around('times-above-2-31', 2 ** 31)
  around('times-around-2-31', 2 ** 31 - 30)
  around('last-times-before-2100', 4_102_444_800 - HOUR)
  // 2^32 seconds lie beyond the year 2100, where no clock is believed.
  const beyond = { iat: 2 ** 32, nbf: 2 ** 32, exp: 2 ** 32 + HOUR }
  invalid('times-above-2-32', beyond, at(2 ** 32 + 60))
  invalid('times-above-2-32-clock-today', beyond)
  if (EXPIRES !== ISSUED + LIFETIME) throw new Error('the lifetime is off')
  return g
}
