// What is wrong in a catalog, held to the command. Its words are tested natively.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CatalogProblem, checkCatalog } from 'rolegate/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { catalog as desk } from '../helpers/help-desk.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const command = process.env['ROLEGATE'] ?? join(root, 'target/debug/rolegate')
const vectors = (name: string) =>
  JSON.parse(readFileSync(join(root, 'tests/vectors/formats', name), 'utf8'))

interface Case {
  readonly name: string
  readonly base: string
  readonly change: readonly { readonly path: string; readonly value?: unknown }[]
}

type Holder = Record<string, unknown> & unknown[]

/** A catalog with the changes of a case: each adds a value, or without one removes what is there. */
function changed(base: unknown, changes: Case['change']): unknown {
  const whole = { file: structuredClone(base) }
  for (const { path, ...change } of changes) {
    const steps = ['file', ...path.split('/').slice(1).map(unescaped)]
    const last = steps.pop() as string
    const holder = steps.reduce<unknown>(
      (part, step) => (part as Holder)[step as never],
      whole,
    ) as Holder
    const at = last === '-' ? holder.length : Number(last)
    if (Array.isArray(holder)) {
      if ('value' in change) holder.splice(at, 0, change.value)
      else holder.splice(at, 1)
    } else if ('value' in change) holder[last as never] = change.value as never
    else delete holder[last as never]
  }
  return whole.file
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~')

const folder = mkdtempSync(join(tmpdir(), 'rolegate-catalogs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The lines of the command, by the name of the file. */
function told(files: ReadonlyMap<string, string | Uint8Array>): ReadonlyMap<string, string[]> {
  mkdirSync(folder, { recursive: true })
  const names = [...files.keys()]
  for (const [name, file] of files) writeFileSync(join(folder, name), file)
  const { stdout } = spawnSync(command, ['catalog', 'check', ...names], {
    cwd: folder,
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').filter(Boolean)
  return new Map(names.map(name => [name, lines.filter(line => line.startsWith(`${name}: `))]))
}

/** A problem as the command prints it, on one line. */
function printed({ place, message }: CatalogProblem): string {
  const line = place ? `${place}: ${message}` : message
  return line.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))
}

const circular: Record<string, unknown> = {}
circular['self'] = circular

describe('checkCatalog', () => {
  it('lists what the command lists, for every catalog of the format’s cases', async () => {
    const bases = vectors('bases.json').catalogs as Record<string, unknown>
    const file = (name: string) =>
      JSON.parse(readFileSync(join(root, `catalogs/${name}.json`), 'utf8'))
    const cases = vectors('catalogs.json') as Case[]
    const files = new Map<string, string | Uint8Array>(
      cases.map(({ name, base, change }) => [
        `${name}.json`,
        JSON.stringify(changed(bases[base] ?? file(base), change)),
      ]),
    )
    for (const [name, bytes] of Object.entries({
      empty: '',
      torn: desk.slice(0, -1),
      repeated: '{"format":1,"format":1}',
      marked: `\ufeff${desk}`,
      latin: Buffer.from('{"format":1,"id":"caf\u00e9"}', 'latin1'),
      deep: `${'['.repeat(40)}${']'.repeat(40)}`,
    })) {
      files.set(`${name}.json`, bytes)
    }
    const lines = told(files)
    let refused = 0
    for (const [name, text] of files) {
      const problems = await checkCatalog(text)
      const expected = lines.get(name)?.map(line => line.slice(name.length + 2)) ?? []
      if (problems.length === 0) expect(expected).toEqual([expect.stringMatching(/` is valid$/)])
      else expect(problems.map(printed), name).toEqual(expected)
      refused += Math.sign(problems.length)
    }
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(files.size)
  })

  it('takes a text, bytes and what they are parsed to, and says where in it each problem is', async () => {
    const broken = JSON.parse(desk)
    broken.roles[0].values.nope = 'on'
    broken.roles[1].editable_by = { role: 'bossy' }
    delete broken.label
    const problems = [
      { place: '', message: '`label` is missing' },
      { place: 'roles[0].values["nope"]', message: 'is not among the permissions of the catalog' },
      {
        place: 'roles[1].editable_by.role',
        message: '`bossy` is not among the roles of the catalog',
      },
    ]
    const text = JSON.stringify(broken)
    for (const given of [broken, text, new TextEncoder().encode(text)]) {
      expect(await checkCatalog(given)).toStrictEqual(problems)
    }
    expect(await checkCatalog(JSON.parse(desk))).toStrictEqual([])
  })

  it('reads no more of a file than a catalog may have', async () => {
    const problems = await checkCatalog(desk + ' '.repeat(5 * 1024 * 1024))
    expect(problems).toEqual([{ place: '', message: 'the catalog is longer than 4194304 bytes' }])
  })

  it('says of an object that lacks everything what is missing', async () => {
    const missing = await checkCatalog({})
    expect(missing.map(({ message }) => message)).toContain('`format` is missing')
    expect(Object.isFrozen(missing) && missing.every(Object.isFrozen)).toBe(true)
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a list', []],
    ['a promise', Promise.resolve(desk)],
    ['half a character', `${desk}\ud800`],
    [
      'an object with a getter that throws',
      {
        get id() {
          throw new Error('no')
        },
      },
    ],
    ['an object within itself', circular],
  ])('refuses %s', async (_, given) => {
    await expect(checkCatalog(given as object)).rejects.toBeInstanceOf(TypeError)
  })
})
