// Text that is not JSON, or not JSON as we take it: spoilt forms of an object's text, for the header
// and for the payload alike.

/** What stands where a JSON value is expected, by name. */
const WRONG_VALUES = {
  'number-nan': 'NaN',
  'number-infinity': 'Infinity',
  'number-huge-exponent': '1e999',
  'number-leading-zero': '01',
  'number-plus': '+1',
  'number-hexadecimal': '0x10',
  'number-without-integer': '.5',
  'number-without-fraction': '5.',
  'number-minus-alone': '-',
  'number-exponent-alone': '1e',
  'number-underscore': '1_0',
  'number-big-integer': '1n',
  'string-raw-newline': '"a\nb"',
  'string-raw-tab': '"a\tb"',
  'string-nul': '"a\0b"',
  'string-raw-escape-character': '"a\u001bb"',
  'string-bad-escape': '"\\x41"',
  'string-single-quote-escape': '"\\\'"',
  'string-short-escape': '"\\u004"',
  'string-escape-not-hexadecimal': '"\\u00g0"',
  'string-lone-high-surrogate': '"\\ud800"',
  'string-lone-low-surrogate': '"\\udc00"',
  'string-swapped-surrogates': '"\\udc00\\ud800"',
  'string-high-surrogate-twice': '"\\ud800\\ud800"',
  'string-high-surrogate-then-letter': '"\\ud800a"',
  'string-unclosed': '"a',
  'string-single-quoted': "'a'",
  'word-undefined': 'undefined',
  'word-upper-case-true': 'True',
  'word-cut-off': 'nul',
  'value-missing': '',
}

/** The same in bytes: strings that are no UTF-8. */
const WRONG_BYTES = {
  'utf8-lone-continuation': [0x80],
  'utf8-cut-off': [0xe2, 0x82],
  'utf8-overlong-slash': [0xc0, 0xaf],
  'utf8-overlong-quote': [0xe0, 0x80, 0xa2],
  'utf8-surrogate': [0xed, 0xa0, 0x80],
  'utf8-beyond-unicode': [0xf4, 0x90, 0x80, 0x80],
  'utf8-five-bytes': [0xf8, 0x88, 0x80, 0x80, 0x80],
  'utf8-byte-ff': [0xff],
  latin1: [0xe9],
}

/** Pairs of a name and bytes: `text`, an object's JSON, spoilt in every way, valued members under `name`. */
export function spoilt(text, name) {
  const open = `${text.slice(0, -1)},"${name}":`
  const frames = {
    'truncated-by-a-brace': text.slice(0, -1),
    'truncated-in-the-middle': text.slice(0, text.length / 2),
    'trailing-text': `${text}x`,
    'trailing-nul': `${text}\0`,
    'trailing-brace': `${text}}`,
    'second-object': text + text,
    'second-object-after-newline': `${text}\n${text}`,
    'trailing-comma': `${text.slice(0, -1)},}`,
    'leading-comma': `{,${text.slice(1)}`,
    'comma-twice': text.replace(',', ',,'),
    'comma-missing': text.replace(',', ' '),
    'colon-missing': text.replace(':', ' '),
    'colon-twice': text.replace(':', '::'),
    'equals-sign': text.replace(':', '='),
    'comment-line': text.replace(',', ', // or\n'),
    'comment-block': text.replace('{', '{/* here */'),
    'comment-hash': `${text}\n# end`,
    'single-quotes': text.replaceAll('"', "'"),
    'names-unquoted': text.replace(/"([a-z]+)":/g, '$1:'),
    'bom-first': `\ufeff${text}`,
    'vertical-tab': text.replace(',', ',\v'),
    'form-feed': text.replace(',', ',\f'),
    'no-break-space': text.replace(',', ',\u00a0'),
    'line-separator': text.replace(',', ',\u2028'),
    'utf16-little': Buffer.from(text, 'utf16le'),
    'utf16-little-with-bom': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf16-big': Buffer.from(text, 'utf16le').swap16(),
    'brackets-crossed': `${open}[}]`,
    'bracket-unclosed': `${open}[}`,
    'name-only': `${text.slice(0, -1)},"${name}"}`,
    'name-a-number': `${text.slice(0, -1)},1:1}`,
    yaml: text.slice(1, -1).replaceAll(',', '\n'),
  }
  const values = Object.entries(WRONG_VALUES).map(([what, value]) => [what, `${open}${value}}`])
  const bytes = Object.entries(WRONG_BYTES).map(([what, value]) => [
    what,
    Buffer.concat([Buffer.from(`${open}"`), Buffer.from(value), Buffer.from('"}')]),
  ])
  return [...Object.entries(frames), ...values, ...bytes].map(([what, value]) => [
    what,
    Buffer.from(value),
  ])
}

/** Which of the list's numbers a spoilt form belongs to, as offsets from the first. */
export function kind(what) {
  if (what === 'bom-first') return 'bom'
  if (/^string-(raw|nul)/.test(what)) return 'control'
  if (/^number|^word-upper/.test(what)) return 'number'
  if (/surrogate/.test(what) && what.startsWith('string')) return 'surrogate'
  if (/escape/.test(what)) return 'escape'
  if (/^utf|^latin/.test(what)) return 'encoding'
  if (/vertical|form-feed|no-break|line-separator/.test(what)) return 'blank'
  return 'syntax'
}
