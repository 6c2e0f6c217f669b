// K. Size and depth. What is large is described, and written out by whoever reads it.
import * as t from './tokens.mjs'

const MALFORMED = 'ERR_TOKEN_MALFORMED'
const TOO_LARGE = 'ERR_TOKEN_TOO_LARGE'
const INVALID = 'ERR_CLAIM_INVALID'

const { GOOD, HEAD, PAYLOAD, SIGNATURE } = t
const LIMIT = 64 * 1024

/** The good claims with a private claim of `text`. */
const with_ = text => t.append(t.CLAIMS_TEXT, `"x":${text}`)
const of = text => t.token({ payload: with_(text) })

/** A good token of `bytes` bytes. No base64url is 4n + 1 long, so the header helps with blanks. */
function ofBytes(bytes) {
  for (let length = Math.floor((bytes * 3) / 4) - t.CLAIMS_TEXT.length - 300; ; length++) {
    for (const blanks of ['', ' ', '  ']) {
      const payload = with_(`"${'a'.repeat(length)}"`)
      const size = t.b64(t.HEADER_TEXT + blanks).length + Math.ceil((payload.length * 4) / 3) + 88
      if (size === bytes) return t.token({ head: t.HEADER_TEXT + blanks, payload })
      if (size > bytes + 4) throw new Error(`no token of ${bytes} bytes`)
    }
  }
}

/** A token's text as parts, each long run of one group of characters described instead of written. */
export function described(text) {
  const parts = []
  let rest = text
  for (let run = /(.{1,8}?)\1{40,}/s.exec(rest); run; run = /(.{1,8}?)\1{40,}/s.exec(rest)) {
    if (run.index > 0) parts.push(rest.slice(0, run.index))
    parts.push({ repeat: run[1], times: run[0].length / run[1].length })
    rest = rest.slice(run.index + run[0].length)
  }
  if (rest) parts.push(rest)
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts
}

export function sizes() {
  const g = t.group('K', 'size and depth')
  const refuse = (name, code, text) => g.refuse(name, code, described(text))
  const accept = (name, text) => g.accept(name, described(text))

  g.line(134)
  refuse('token-a-character-over-the-limit', TOO_LARGE, 'A'.repeat(LIMIT + 1))
  refuse('good-token-over-the-limit', TOO_LARGE, of(`"${'a'.repeat(49_200)}"`))
  refuse('token-of-a-mebibyte', TOO_LARGE, `${HEAD}.${'A'.repeat(2 ** 20)}.${SIGNATURE}`)
  refuse('blanks-of-a-mebibyte', TOO_LARGE, GOOD + ' '.repeat(2 ** 20))
  refuse('token-at-the-limit-without-a-dot', MALFORMED, 'A'.repeat(LIMIT))
  // A limit in bytes, not in characters.
  refuse('token-over-the-limit-in-bytes-only', TOO_LARGE, 'é'.repeat(LIMIT / 2 + 1))
  g.line(135)
  refuse(
    'header-of-100-kilobytes',
    TOO_LARGE,
    t.token({ head: t.header({ x: 'a'.repeat(100_000) }) }),
  )
  refuse(
    'header-of-50-kilobytes',
    TOO_LARGE,
    t.token({ head: t.header({ x: 'a'.repeat(37_000) }) }),
  )
  refuse(
    'header-a-character-over-the-limit',
    TOO_LARGE,
    t.signedText(`${'A'.repeat(4097)}.${PAYLOAD}`),
  )
  refuse('signature-of-100-kilobytes', TOO_LARGE, `${HEAD}.${PAYLOAD}.${'A'.repeat(133_336)}`)
  refuse(
    'signature-of-30-kilobytes',
    'ERR_SIGNATURE_INVALID',
    `${HEAD}.${PAYLOAD}.${'A'.repeat(40_000)}`,
  )
  accept(
    'header-at-the-limit',
    t.token({ head: t.HEADER_TEXT + ' '.repeat(3072 - t.HEADER_TEXT.length) }),
  )
  g.line(136)
  refuse('dots-10000', MALFORMED, '.'.repeat(10_000))
  refuse('dots-65536', MALFORMED, '.'.repeat(LIMIT))
  refuse('dots-100000', TOO_LARGE, '.'.repeat(100_000))
  refuse('token-and-10000-dots', MALFORMED, GOOD + '.'.repeat(10_000))
  refuse('segments-10000', MALFORMED, 'e30.'.repeat(10_000))
  g.line(137)
  refuse('no-dot-in-60-kilobytes', MALFORMED, 'eyJhbGci'.repeat(7500))
  refuse('one-dot-in-60-kilobytes', MALFORMED, `${HEAD}.${'eyJhbGci'.repeat(7500)}`)
  g.line(138)
  const arrays = depth => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const objects = depth => `${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}`
  // The claims are the first level.
  for (const depth of [32, 36, 127, 128, 4000, 5000, 20_000])
    refuse(`payload-nested-arrays-${depth}`, INVALID, of(arrays(depth)))
  for (const depth of [32, 36, 4000])
    refuse(`payload-nested-objects-${depth}`, INVALID, of(objects(depth)))
  refuse('payload-brackets-unclosed', INVALID, t.token({ payload: '['.repeat(40_000) }))
  refuse('payload-braces-unclosed', INVALID, t.token({ payload: '{"x":'.repeat(8000) }))
  refuse(
    'payload-nested-in-memberships',
    INVALID,
    t.token({ payload: t.CLAIMS_TEXT.replace('["viewer"]', arrays(40)) }),
  )
  accept('payload-nested-arrays-31', of(arrays(31)))
  accept('payload-nested-objects-31', of(objects(31)))
  g.line(139)
  const members = (count, name) =>
    `{${Array.from({ length: count }, (_, n) => `"${name(n)}":0`).join()}}`
  refuse('members-4000-all-the-same', INVALID, of(members(4000, () => 'a')))
  refuse(
    'members-4000-and-one-twice',
    INVALID,
    of(members(4000, n => (n === 3999 ? 'm0' : `m${n}`))),
  )
  refuse(
    'members-4000-in-our-object',
    'ERR_SNAPSHOT_INVALID',
    t.token({
      payload: t.CLAIMS_TEXT.replace(
        '{"workspace"',
        `${members(4000, n => `m${n}`).slice(0, -1)},"workspace"`,
      ),
    }),
  )
  accept('private-members-4000', of(members(4000, n => `m${n}`)))
  g.line(140)
  refuse(
    'exp-of-20000-digits',
    INVALID,
    t.token({ payload: t.CLAIMS_TEXT.replace(/"exp":\d+/, `"exp":${'9'.repeat(20_000)}`) }),
  )
  refuse(
    'exp-of-20000-zeros',
    INVALID,
    t.token({ payload: t.CLAIMS_TEXT.replace(/"exp":\d+/, `"exp":${'0'.repeat(20_000)}`) }),
  )
  refuse(
    'exp-with-20000-places',
    INVALID,
    t.token({ payload: t.CLAIMS_TEXT.replace(/"exp":(\d+)/, `"exp":$1.${'0'.repeat(20_000)}`) }),
  )
  refuse('number-beyond-every-range', INVALID, of(`1e${'9'.repeat(20_000)}`))
  g.line(141)
  accept('token-of-half-the-limit', ofBytes(LIMIT / 2))
  accept('token-at-the-limit', ofBytes(LIMIT))
  return g
}
