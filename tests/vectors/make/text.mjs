// A. The token's text, and B. base64url.
import * as t from './tokens.mjs'

const { GOOD, HEAD, PAYLOAD, SIGNATURE, SIGNED } = t
const MALFORMED = 'ERR_TOKEN_MALFORMED'

export function text() {
  const g = t.group('A', 'the token’s text')
  const malformed = (name, text) => g.refuse(name, MALFORMED, text)

  g.line(1)
  malformed('empty', '')
  g.line(2)
  malformed('one-dot', '.')
  g.line(3)
  malformed('two-dots', '..')
  malformed('three-dots', '...')
  g.line(4)
  malformed('header-only', HEAD)
  malformed('header-and-dot', `${HEAD}.`)
  g.line(5)
  malformed('two-segments', SIGNED)
  malformed('header-and-signature', `${HEAD}.${SIGNATURE}`)
  g.line(6)
  malformed('four-segments', `${GOOD}.${SIGNATURE}`)
  malformed('four-segments-empty-last', `${GOOD}.`)
  g.line(7)
  malformed('five-segments', `${HEAD}.${PAYLOAD}.${SIGNATURE}.${PAYLOAD}.${SIGNATURE}`)
  const jwe = t.b64(
    JSON.stringify({ alg: 'dir', enc: 'A256GCM', typ: 'role-snapshot+jwt', kid: t.KID }),
  )
  malformed('encrypted-compact', `${jwe}..${t.b64('twelve bytes')}.${PAYLOAD}.${SIGNATURE}`)
  g.line(8)
  malformed('signature-empty', `${SIGNED}.`)
  g.line(9)
  malformed('payload-empty', `${HEAD}..${SIGNATURE}`)
  malformed('payload-empty-and-signed', t.signedText(`${HEAD}.`))
  malformed('header-empty-and-signed', t.signedText(`.${PAYLOAD}`))
  g.line(10)
  malformed('payload-detached', `${HEAD}..${t.b64(t.KEY.sign(SIGNED))}`)
  g.line(11)
  malformed('dot-first', `.${GOOD}`)
  g.line(12)
  malformed('dot-last', `${GOOD}.`)
  g.line(13)
  const blanks = {
    space: ' ',
    tab: '\t',
    newline: '\r\n',
    'line-feed': '\n',
    nul: '\0',
    bom: '\ufeff',
    'no-break-space': '\u00a0',
    'zero-width-space': '\u200b',
  }
  for (const [name, blank] of Object.entries(blanks)) {
    malformed(`${name}-first`, blank + GOOD)
    malformed(`${name}-last`, GOOD + blank)
  }
  g.line(14)
  malformed('bearer', `Bearer ${GOOD}`)
  malformed('authorization-header', `Authorization: Bearer ${GOOD}`)
  g.line(15)
  malformed('in-double-quotes', `"${GOOD}"`)
  malformed('in-single-quotes', `'${GOOD}'`)
  malformed('in-angle-brackets', `<${GOOD}>`)
  g.line(16)
  malformed('wrapped-at-64', GOOD.replace(/.{64}/g, '$&\n'))
  malformed('wrapped-at-dots', GOOD.replaceAll('.', '.\n'))
  malformed('folded-like-a-mail-header', GOOD.replaceAll('.', '.\r\n '))
  g.line(17)
  malformed('dots-percent-encoded', GOOD.replaceAll('.', '%2E'))
  malformed('second-dot-percent-encoded', `${SIGNED}%2e${SIGNATURE}`)
  g.line(18)
  malformed('dots-full-width', GOOD.replaceAll('.', '\uff0e'))
  malformed('dots-ideographic', GOOD.replaceAll('.', '\u3002'))
  malformed('dots-one-dot-leader', GOOD.replaceAll('.', '\u2024'))
  g.line(19)
  malformed('twice-joined', GOOD + GOOD)
  malformed('twice-with-comma', `${GOOD},${GOOD}`)
  malformed('twice-with-space', `${GOOD} ${GOOD}`)
  malformed('twice-with-newline', `${GOOD}\n${GOOD}`)
  g.line(20)
  const flat = { payload: PAYLOAD, protected: HEAD, signature: SIGNATURE }
  malformed('json-flattened', JSON.stringify(flat))
  malformed(
    'json-general',
    JSON.stringify({ payload: PAYLOAD, signatures: [{ protected: HEAD, signature: SIGNATURE }] }),
  )
  g.line(21)
  malformed('json-with-two-dots', JSON.stringify({ ...flat, header: { jku: 'a.b.c' } }))
  malformed('json-with-a-token-in-it', JSON.stringify({ token: GOOD }))
  g.line(22)
  malformed('sd-jwt', `${GOOD}~`)
  malformed('sd-jwt-with-disclosure', `${GOOD}~${t.b64('["salt","sub","u43"]')}~`)
  g.line(23)
  malformed('paseto-public', `v4.public.${PAYLOAD}`)
  malformed('paseto-local', `v4.local.${PAYLOAD}`)
  malformed('paseto-with-footer', `v4.public.${PAYLOAD}.${HEAD}`)
  g.line(24)
  malformed('claims-bare', t.CLAIMS_TEXT)
  malformed('claims-encoded', PAYLOAD)
  g.line(25)
  malformed(
    'html-login-page',
    '<!DOCTYPE html><title>Sign in</title><p>Please sign in. Then go on.</p>',
  )
  malformed('json-error-body', '{"error":"unauthorized"}')
  malformed('word-null', 'null')
  malformed('word-undefined', 'undefined')
  malformed('word-object', '[object Object]')
  g.line(26)
  malformed('upper-cased', GOOD.toUpperCase())
  malformed('lower-cased', GOOD.toLowerCase())
  g.line(27)
  g.refuse(
    'header-and-payload-swapped',
    'ERR_CRIT_NOT_SUPPORTED',
    t.signedText(`${PAYLOAD}.${HEAD}`),
  )
  malformed('signature-first', `${SIGNATURE}.${HEAD}.${PAYLOAD}`)
  malformed('reversed', [...GOOD].reverse().join(''))
  return g
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** JSON text of `value` whose length leaves `rest` when divided by three. */
function padded(value, rest) {
  let text = JSON.stringify(value)
  while (text.length % 3 !== rest) text += ' '
  return text
}

export function base64url() {
  const g = t.group('B', 'base64url')
  const malformed = (name, text) => g.refuse(name, MALFORMED, text)
  // Whether the text is signed as it stands or as it was before it was spoilt.
  const spoilt = (name, header, payload, signature = SIGNATURE) => {
    malformed(name, `${header}.${payload}.${signature}`)
    malformed(`${name}-signed-as-it-stands`, t.signedText(`${header}.${payload}`))
  }

  g.line(28)
  const head1 = t.b64(padded(t.HEADER, 1))
  const payload1 = t.b64(padded(t.CLAIMS, 1))
  const head2 = t.b64(padded(t.HEADER, 2))
  const payload2 = t.b64(padded(t.CLAIMS, 2))
  malformed('padding-in-header', t.signedText(`${head1}==.${PAYLOAD}`))
  malformed('padding-in-header-one', t.signedText(`${head2}=.${PAYLOAD}`))
  malformed('padding-in-payload', t.signedText(`${HEAD}.${payload1}==`))
  malformed('padding-in-payload-one', t.signedText(`${HEAD}.${payload2}=`))
  malformed('padding-in-signature', `${GOOD}==`)
  malformed('padding-needless', t.signedText(`${HEAD}.${t.b64(padded(t.CLAIMS, 0))}====`))
  g.line(29)
  malformed('padding-percent-encoded', `${GOOD}%3D%3D`)
  malformed('padding-percent-encoded-in-payload', t.signedText(`${HEAD}.${payload1}%3D%3D`))
  g.line(30)
  // A remainder of one byte leaves four spare bits, one of two bytes leaves two.
  malformed('loose-bits-header-2', t.signedText(`${loose(head2, 1)}.${PAYLOAD}`))
  malformed('loose-bits-header-4', t.signedText(`${loose(head1, 1)}.${PAYLOAD}`))
  malformed('loose-bits-payload-2', t.signedText(`${HEAD}.${loose(payload2, 2)}`))
  malformed('loose-bits-payload-4', t.signedText(`${HEAD}.${loose(payload1, 8)}`))
  for (let bits = 1; bits < 16; bits += 2) {
    malformed(`loose-bits-signature-${bits}`, `${SIGNED}.${loose(SIGNATURE, bits)}`)
  }
  g.line(31)
  // Claims whose encoding needs both of the characters that differ between the alphabets.
  const claims = t.b64(JSON.stringify(t.claims({ note: '~~~???>>>\u00ff\u00fe' })))
  if (!/-/.test(claims) || !/_/.test(claims)) throw new Error('the claims need both characters')
  const standard = claims.replaceAll('-', '+').replaceAll('_', '/')
  malformed('standard-alphabet-in-payload', t.signedText(`${HEAD}.${standard}`))
  malformed(
    'standard-alphabet-signed-clean',
    `${HEAD}.${standard}.${t.b64(t.KEY.sign(`${HEAD}.${claims}`))}`,
  )
  const signature = signatureWithBoth()
  malformed('standard-alphabet-in-signature', signature.replaceAll('-', '+').replaceAll('_', '/'))
  g.line(32)
  malformed('both-alphabets', t.signedText(`${HEAD}.${claims.replace('-', '+')}`))
  malformed('both-alphabets-in-signature', signature.replace(/[-_](?=[^-_.]*$)/, '/'))
  g.line(33)
  malformed('length-1-mod-4-header', t.signedText(`${t.b64(padded(t.HEADER, 0))}A.${PAYLOAD}`))
  malformed('length-1-mod-4-payload', t.signedText(`${HEAD}.${t.b64(padded(t.CLAIMS, 0))}A`))
  malformed('length-1-mod-4-signature', `${SIGNED}.${SIGNATURE.slice(0, 85)}`)
  malformed('one-character-segments', 'e.e.e')
  g.line(34)
  const middle = (text, what) => text.slice(0, 12) + what + text.slice(12)
  spoilt('space-in-payload', HEAD, middle(PAYLOAD, ' '))
  spoilt('newline-in-payload', HEAD, middle(PAYLOAD, '\n'))
  spoilt('nul-in-payload', HEAD, middle(PAYLOAD, '\0'))
  spoilt('space-in-header', middle(HEAD, ' '), PAYLOAD)
  spoilt('newline-in-header', middle(HEAD, '\r\n'), PAYLOAD)
  malformed('space-in-signature', `${SIGNED}.${middle(SIGNATURE, ' ')}`)
  malformed('nul-in-signature', `${SIGNED}.${middle(SIGNATURE, '\0')}`)
  g.line(35)
  spoilt('question-mark-in-header', middle(HEAD, '?'), PAYLOAD)
  spoilt('question-mark-in-payload', HEAD, middle(PAYLOAD, '?'))
  malformed('question-mark-in-signature', `${SIGNED}.${middle(SIGNATURE, '?')}`)
  g.line(36)
  spoilt('latin-1-letter-in-payload', HEAD, middle(PAYLOAD, '\u00e9'))
  malformed('latin-1-letter-in-signature', `${SIGNED}.${middle(SIGNATURE, '\u00ff')}`)
  g.line(37)
  // U+0165 is `e` modulo 256.
  spoilt('equal-modulo-256-in-payload', HEAD, PAYLOAD.replace('e', '\u0165'))
  malformed(
    'equal-modulo-256-in-signature',
    `${SIGNED}.${SIGNATURE.slice(0, -1)}${up(SIGNATURE.at(-1))}`,
  )
  malformed(
    'full-width-letter',
    `${HEAD}.${PAYLOAD}.${SIGNATURE.replace(/[A-Z]/, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))}`,
  )
  g.line(39)
  malformed('header-encoded-twice', t.signedText(`${t.b64(HEAD)}.${PAYLOAD}`))
  g.refuse('payload-encoded-twice', 'ERR_CLAIM_INVALID', t.signedText(`${HEAD}.${t.b64(PAYLOAD)}`))
  g.line(40)
  const hex = Buffer.from(SIGNATURE, 'base64url').toString('hex')
  g.refuse('signature-in-hex', 'ERR_SIGNATURE_INVALID', `${SIGNED}.${hex}`)
  g.refuse('signature-encoded-twice', 'ERR_SIGNATURE_INVALID', `${SIGNED}.${t.b64(SIGNATURE)}`)
  g.accept('spellings-that-need-both-characters', t.signedText(`${HEAD}.${claims}`))
  g.accept('header-and-payload-with-spare-bits-zero', t.signedText(`${head1}.${payload2}`))
  return g
}

const up = letter => String.fromCharCode(letter.charCodeAt(0) + 256)

/** `text`, whose bytes do not fill its last character, with `bits` where zeros belong. */
function loose(text, bits) {
  const spare = text.length % 4 === 2 ? 4 : 2
  if (text.length % 4 < 2 || bits >= 1 << spare) throw new Error('no such spare bits')
  return text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.at(-1)) | bits]
}

/** A good token whose signature has both of the characters that differ between the alphabets. */
function signatureWithBoth() {
  for (let n = 0; ; n++) {
    const token = t.saying({ jti: `try-${n}` })
    const signature = token.split('.')[2]
    if (signature.includes('-') && signature.includes('_')) return token
  }
}
