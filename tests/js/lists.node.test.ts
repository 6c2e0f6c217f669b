import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// Not public, but the numbers that cross from the engine are positions in these.
import { CODES, LEVELS, OUTCOMES } from '../../pkg/dist/codes.js'
import { ERROR_CODES } from '../../pkg/dist/errors.js'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const source = (path: string) => file(`src/${path}`)

/** The words of a list in the core, in its order. */
const words = (name: string): string[] => {
  const list = new RegExp(`^ {4}${name} \\{([^}]*)\\}`, 'm').exec(source('catalog/names.rs'))
  return [...(list?.[1] ?? '').matchAll(/= "([^"]+)"/g)].map(([, word]) => word as string)
}

describe('the lists of the package are those of the core:', () => {
  it('reason codes', () => expect(CODES).toEqual(words('Reason')))
  it('outcomes', () => expect(OUTCOMES).toEqual(words('Outcome')))

  it('levels', () => {
    const list = /pub enum Level \{([^}]*)\}/.exec(source('value.rs'))
    const names = [...(list?.[1] ?? '').matchAll(/^ {4}(\w+),/gm)].map(([, name]) => name)
    expect(LEVELS).toEqual(names.map(name => name?.toLowerCase()))
  })

  it('error codes', () => {
    const codes = [...source('error.rs').matchAll(/=> "(ERR_\w+)"/g)].map(([, code]) => code)
    expect(ERROR_CODES).toEqual(codes)
  })
})

describe('the tables of the documents are those of the code:', () => {
  /** The rows of the table that follows a heading, cell by cell. */
  const table = (path: string, heading: string): string[][] => {
    const [, section = ''] = file(path).split(`# ${heading}\n`)
    const [, rows = ''] = /\n\| --- .*\n((?:\|.*\n)+)/.exec(section) ?? []
    return [...rows.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | '))
  }
  const words = (rows: string[][]) => rows.map(([word]) => word?.replaceAll('`', ''))
  const reasons = table('docs/asking.md', 'Reasons and outcomes')

  it('error codes of docs/errors.md', () =>
    expect(words(table('docs/errors.md', 'Why a snapshot is refused'))).toEqual(ERROR_CODES))

  it('reason codes of docs/asking.md', () => {
    const [granted, ...denials] = CODES
    expect(words(reasons)).toEqual([...denials, granted])
  })

  it('outcomes of docs/asking.md, those of docs/formats.md', () => {
    const outcomes = (rows: string[][]) => rows.map(([code, , outcome]) => [code, outcome])
    const formats = table('docs/formats.md', 'Reason codes and outcomes')
    expect(outcomes(reasons)).toEqual(outcomes(formats))
  })
})
