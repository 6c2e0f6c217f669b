import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// Not public, but the numbers that cross from the engine are positions in these.
import { CODES, LEVELS, OUTCOMES } from '../../pkg/dist/codes.js'
import { ERROR_CODES } from '../../pkg/dist/errors.js'

const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8')

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
