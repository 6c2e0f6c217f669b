// L. Sequences on one loader.
import * as t from './tokens.mjs'

const ROLLBACK = 'ERR_SNAPSHOT_ROLLBACK'
const INVALID = 'ERR_CLAIM_INVALID'
const EXPIRED = 'ERR_SNAPSHOT_EXPIRED'
const SIGNATURE = 'ERR_SIGNATURE_INVALID'

const { EXPIRES, ISSUED, LEEWAY, saying } = t
const HOUR = 3600

const load = (token, rest = {}) => ({ load: token, allow: 'reports.view', ...rest })
const refused = (token, code, rest = {}) => ({ load: token, refuse: code, ...rest })
const at = seconds => ({ now: seconds * 1000 })
const state = (state, seconds) => ({ state, ...at(seconds) })
const seq = (number, more = {}) => saying({ seq: number, ...more })
const later = seconds => ({
  iat: ISSUED + seconds,
  nbf: ISSUED + seconds,
  exp: EXPIRES + seconds,
  refresh_after: ISSUED + 1800 + seconds,
})

export function sequences() {
  const g = t.group('L', 'sequences on one loader')

  g.line(142)
  g.steps('rollback', [load(seq(18)), refused(seq(17), ROLLBACK, { seq: 18 })])
  g.steps('rollback-to-zero', [load(seq(1)), refused(seq(0), ROLLBACK, { seq: 1 })])
  g.steps('rollback-though-issued-later', [
    load(seq(18)),
    refused(seq(17, later(30)), ROLLBACK, { seq: 18 }),
  ])
  g.steps('rollback-signed-with-another-trusted-key', [
    load(seq(18)),
    refused(
      t.token({
        head: t.header({ kid: t.OTHER_KID }),
        payload: t.claims({ seq: 17 }),
        sign: t.OTHER.sign,
      }),
      ROLLBACK,
      { seq: 18 },
    ),
  ])
  g.steps(
    'rollback-below-the-stored-seq',
    [refused(seq(17), ROLLBACK), load(seq(18), { seq: 18 })],
    { expectations: { least_seq: 18 } },
  )
  g.steps('stored-seq-itself', [load(seq(18), { seq: 18 })], { expectations: { least_seq: 18 } })
  g.line(143)
  g.steps('rollback-with-more-rights', [
    load(seq(18)),
    refused(seq(17, t.ADMIN), ROLLBACK, { seq: 18 }),
    { deny: 'reports.export', ...at(ISSUED + 60) },
  ])
  g.line(144)
  g.steps('same-seq-other-content', [
    load(seq(18, { jti: 'a' })),
    refused(seq(18, { jti: 'a', ...t.ADMIN }), ROLLBACK, { seq: 18 }),
    { deny: 'reports.export', ...at(ISSUED + 60) },
  ])
  g.steps('same-seq-other-times', [load(seq(18)), refused(seq(18, later(30)), ROLLBACK)])
  g.steps('same-seq-other-private-claim', [load(seq(18)), refused(seq(18, { x: 1 }), ROLLBACK)])
  g.steps('same-content-other-white-space', [
    load(seq(18)),
    refused(t.token({ payload: JSON.stringify(t.claims({ seq: 18 }), null, 1) }), ROLLBACK),
  ])
  g.steps('same-payload-another-trusted-key', [
    load(seq(18)),
    load(
      t.token({
        head: t.header({ kid: t.OTHER_KID }),
        payload: t.claims({ seq: 18 }),
        sign: t.OTHER.sign,
      }),
      { seq: 18 },
    ),
  ])
  g.line(145)
  g.steps(
    'other-user',
    [
      load(seq(17)),
      refused(seq(18, { sub: 'u43', ...t.ADMIN }), INVALID, { seq: 17 }),
      { deny: 'reports.export', ...at(ISSUED + 60) },
    ],
    { expectations: { subject: t.SUBJECT } },
  )
  g.steps('other-user-where-any-may-come', [
    load(seq(17)),
    load(seq(3, { sub: 'u43' })),
    refused(seq(16), ROLLBACK, { seq: 17 }),
    refused(seq(2, { sub: 'u43' }), ROLLBACK),
    load(seq(17), { seq: 17 }),
  ])
  g.line(146)
  g.steps('clock-back-an-hour-same-token', [
    load(seq(18), at(ISSUED + 1800)),
    refused(seq(18), INVALID, at(ISSUED - 1800)),
    state('not-yet-valid', ISSUED - 1800),
    state('ready', ISSUED + 1790),
  ])
  g.steps('clock-back-within-the-snapshot', [
    load(seq(18), at(ISSUED + 1800)),
    refused(seq(18), INVALID, at(ISSUED + 1800 - LEEWAY - 1)),
    state('not-yet-valid', ISSUED + 1800 - LEEWAY - 1),
    load(seq(18), at(ISSUED + 1800 - LEEWAY)),
    state('ready', ISSUED + 1800 - LEEWAY),
  ])
  g.steps('clock-back-to-revive', [
    load(seq(18)),
    state('expired', EXPIRES + LEEWAY),
    refused(seq(18), EXPIRED, at(EXPIRES + LEEWAY)),
    refused(seq(18), INVALID, at(ISSUED + 60)),
    state('not-yet-valid', ISSUED + 60),
  ])
  g.steps('clock-back-and-a-newer-snapshot', [
    load(seq(18), at(ISSUED + 3000)),
    load(seq(19, later(30)), { ...at(ISSUED + 60), seq: 19 }),
    state('ready', ISSUED + 60),
  ])
  g.line(147)
  g.steps('forged-after-good', [
    load(seq(17)),
    refused(
      t.token({ payload: t.claims({ seq: 18, ...t.ADMIN }), sign: t.ATTACKER.sign }),
      SIGNATURE,
      { seq: 17 },
    ),
    { deny: 'reports.export', ...at(ISSUED + 60) },
    state('ready', ISSUED + 60),
    load(seq(18), { seq: 18 }),
  ])
  g.steps('bad-after-good', [
    load(seq(17)),
    refused('', 'ERR_TOKEN_MALFORMED'),
    refused(t.under({ alg: 'none' }), 'ERR_ALG_NOT_ALLOWED'),
    refused(t.under({ typ: 'JWT' }), 'ERR_TYP_NOT_ALLOWED'),
    refused(t.under({ kid: 'test-9' }), 'ERR_KEY_UNKNOWN'),
    refused(seq(30, { iss: 'https://evil.example' }), INVALID),
    refused(seq(30, { fmt: 2 }), 'ERR_SNAPSHOT_INVALID'),
    refused(
      seq(30, { memberships: [{ workspace: 'w1', roles: ['owner'] }] }),
      'ERR_SNAPSHOT_INVALID',
    ),
    refused(seq(30, { catalog: { ...t.CLAIMS.catalog, id: 'other' } }), 'ERR_CATALOG_MISMATCH', {
      seq: 17,
    }),
    state('ready', ISSUED + 60),
    load(seq(18), { seq: 18 }),
  ])
  g.steps('expired-after-good', [
    load(seq(17, { exp: ISSUED + 7200 }), at(EXPIRES + LEEWAY)),
    refused(seq(18), EXPIRED, { ...at(EXPIRES + LEEWAY), seq: 17 }),
    state('stale', EXPIRES + LEEWAY),
  ])
  g.line(148)
  g.steps('same-again', [
    load(seq(18)),
    load(seq(18), { seq: 18 }),
    load(seq(18), at(ISSUED + 90)),
    state('ready', ISSUED + 90),
  ])
  g.steps('same-again-after-clear', [
    load(seq(18)),
    { clear: true },
    state('empty', ISSUED + 60),
    load(seq(18), { seq: 18 }),
  ])
  g.line(149)
  g.steps('newer', [load(seq(17)), load(seq(18), { seq: 18 }), load(seq(1000), { seq: 1000 })])
  g.steps('newer-with-more-rights', [
    load(seq(17)),
    load(seq(18, t.ADMIN), { allow: 'reports.export' }),
  ])
  g.steps('newer-with-fewer-rights', [
    load(seq(17, t.ADMIN), { allow: 'reports.export' }),
    load(seq(18), { seq: 18 }),
    { deny: 'reports.export', ...at(ISSUED + 60) },
  ])
  g.steps('newer-with-no-rights', [
    load(seq(17)),
    { load: seq(18, { memberships: [] }), deny: 'reports.view', seq: 18 },
    refused(seq(17), ROLLBACK, { seq: 18 }),
    { deny: 'reports.view', ...at(ISSUED + 60) },
  ])
  g.line(150)
  g.steps('rollback-after-reject', [
    load(seq(18)),
    refused(seq(19, { aud: 'mail-web' }), INVALID, { seq: 18 }),
    refused(seq(17), ROLLBACK, { seq: 18 }),
    load(seq(18), { seq: 18 }),
  ])
  g.steps('refused-leaves-no-trace', [
    refused(seq(2 ** 40, { exp: ISSUED }), INVALID),
    refused(seq(2 ** 40, { memberships: 'all' }), 'ERR_SNAPSHOT_INVALID'),
    refused(seq(2 ** 40), EXPIRED, at(EXPIRES + LEEWAY)),
    load(seq(1), { seq: 1 }),
  ])
  g.steps('refused-tells-no-time', [
    refused(seq(18), EXPIRED, at(EXPIRES + HOUR)),
    load(seq(18), at(ISSUED + 60)),
    state('ready', ISSUED + 60),
  ])
  g.line(151)
  g.steps('expired-high-water-mark', [
    load(seq(18)),
    state('expired', EXPIRES + LEEWAY),
    refused(seq(17, { exp: EXPIRES + HOUR }), ROLLBACK, { ...at(EXPIRES + LEEWAY), seq: 18 }),
    load(seq(19, later(HOUR)), { ...at(EXPIRES + LEEWAY), seq: 19 }),
  ])
  g.steps('never-in-force-is-no-mark', [
    refused(seq(18), EXPIRED, at(EXPIRES + LEEWAY)),
    load(seq(17, { exp: EXPIRES + HOUR }), { ...at(EXPIRES + LEEWAY), seq: 17 }),
  ])
  g.line(152)
  g.steps('fast-forward', [
    load(seq(17)),
    refused(seq(2 ** 53 - 1), ROLLBACK, { seq: 17 }),
    load(seq(18), { seq: 18 }),
  ])
  g.steps('fast-forward-a-step-over', [
    load(seq(17)),
    refused(seq(2 ** 40 + 18), ROLLBACK, { seq: 17 }),
  ])
  g.steps('fast-forward-at-the-limit', [
    load(seq(17)),
    load(seq(2 ** 40 + 17), { seq: 2 ** 40 + 17 }),
  ])
  g.steps(
    'fast-forward-from-the-stored-seq',
    [refused(seq(2 ** 53 - 1), ROLLBACK), load(seq(18), { seq: 18 })],
    { expectations: { least_seq: 17 } },
  )
  // With nothing seen before there is nothing to measure a jump from.
  g.steps('great-seq-at-first', [load(seq(2 ** 53 - 1), { seq: 2 ** 53 - 1 })])
  g.line(153)
  g.steps('rollback-after-clear', [
    load(seq(18)),
    { clear: true },
    refused(seq(17), ROLLBACK, { seq: 18 }),
    state('empty', ISSUED + 60),
  ])
  g.steps('other-content-after-clear', [
    load(seq(18)),
    { clear: true },
    refused(seq(18, t.ADMIN), ROLLBACK, { seq: 18 }),
  ])
  g.line(154)
  g.add('a-thousand-in-random-order', {
    pool: Array.from({ length: 40 }, (_, n) => seq(n + 1)),
    order: shuffled(1000, 40),
  })
  return g
}

/** Positions below `below`, in an order that a fixed seed gives (xorshift32). */
function shuffled(count, below) {
  let seed = 20_261_121
  return Array.from({ length: count }, () => {
    seed ^= seed << 13
    seed ^= seed >>> 17
    seed ^= seed << 5
    return (seed >>> 0) % below
  })
}
