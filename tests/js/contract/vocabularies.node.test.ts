import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// Not public, but what crosses the border to the engine is a member of these, or its position.
import {
  CODES,
  FACTS,
  LAYERS,
  LEVELS,
  OUTCOMES,
  STATES,
  VIOLATIONS,
} from '../../../pkg/dist/codes.js'
import { ERROR_CODES } from '../../../pkg/dist/errors.js'

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

// The file that `tests/native/words.rs` holds against the core.
const core: Record<string, readonly string[]> = JSON.parse(file('tests/vectors/words.json'))

describe('the lists of the package are those of the core:', () => {
  it('reason codes', () => expect(CODES).toEqual(core['reasons']))
  it('outcomes', () => expect(OUTCOMES).toEqual(core['outcomes']))
  it('levels', () => expect(LEVELS).toEqual(core['levels']))
  it('kinds of layers', () => expect(LAYERS).toEqual(core['layers']))
  // The engine asks for those who may edit apart; an app names them among the collaborators.
  it('facts', () => expect([...FACTS, 'editors']).toEqual(core['facts']))
  it('states', () => expect(STATES).toEqual(core['states']))
  it('violation codes', () => expect(VIOLATIONS).toEqual(core['violations']))
  it('error codes', () => expect(ERROR_CODES).toEqual(core['errors']))
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

  it('relations of docs/formats.md', () =>
    expect(words(table('docs/formats.md', 'Relations'))).toEqual(core['relations']))

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
