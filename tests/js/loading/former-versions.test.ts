import { createGate } from 'rolegate'
import { describe, expect, it } from 'vitest'

// What servers have signed for former versions of the formats; see `tests/vectors/kept`.

type Facts = Record<string, unknown>

interface Kept {
  now: number
  issuer: string
  audience: string
  records: Record<string, Facts>
  snapshots: {
    name: string
    token: string
    answers: { workspace: string; record: string | null; levels: Record<string, string> }[]
  }[]
}

const texts = import.meta.glob<string>('../../vectors/kept/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const versions = [...new Set(Object.keys(texts).map(path => path.replace(/[^/]+$/, '')))]
const fact = (name: string) => (record: Facts) => record[name] as never
const facts = Object.fromEntries(
  ['owner', 'assignee', 'group', 'organization', 'queue', 'collaborators'].map(name => [
    name,
    fact(name),
  ]),
)

it('there is a folder for each version', () => expect(versions).toHaveLength(1))

describe.each(versions)('%s', folder => {
  const kept = JSON.parse(texts[`${folder}snapshots.json`] as string) as Kept
  it.each(kept.snapshots)('$name loads, and answers as ever', async ({ token, answers }) => {
    const gate = createGate({
      keys: texts[`${folder}keys.json`] as string,
      catalog: texts[`${folder}catalog.json`] as string,
      issuer: kept.issuer,
      audience: kept.audience,
      now: () => kept.now * 1000,
      records: { order: facts, van: facts, bench: facts },
    } as never)
    await gate.load(token)
    expect(answers.length).toBeGreaterThan(0)
    for (const { workspace, record, levels } of answers) {
      const view = gate.in(workspace)
      const about = record === null ? undefined : kept.records[record]
      const held = Object.keys(view.decideAll())
        .map(name => [name, view.level(name, about)] as const)
        .filter(([, level]) => level !== 'off')
      expect(Object.fromEntries(held), `${workspace}, ${record}`).toEqual(levels)
    }
  })
})
