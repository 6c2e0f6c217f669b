// Reasons as sentences, in every language one for each code.

import { readFileSync } from 'node:fs'
import { en, fr, labelsOf, nl, pt, type ReasonTexts, reasonText } from 'rolegate/reasons'
import { gateFor } from 'rolegate/testing'
import { describe, expect, it } from 'vitest'
import { catalog, records } from '../helpers/help-desk.ts'

const core: Record<string, readonly string[]> = JSON.parse(
  readFileSync(new URL('../../vectors/words.json', import.meta.url), 'utf8'),
)
const languages: Record<string, ReasonTexts> = { en, nl, fr, pt }
const known: Record<string, readonly string[]> = {
  'record-required': ['record'],
  relation: ['relations'],
  prerequisite: ['permission'],
  'not-entitled': ['entitlements'],
}

describe.each(Object.entries(languages))('in %s', (language, texts) => {
  it('there is a text for each code and each relation of the core', () => {
    expect(texts.language).toBe(language)
    expect(Object.keys(texts.reasons)).toEqual(core['reasons'])
    expect(Object.keys(texts.relations)).toEqual(core['relations'])
    const all = [...Object.values(texts.reasons).flat(), ...Object.values(texts.relations)]
    for (const text of all) expect(text.trim()).toMatch(/^\S.+/)
    expect(new Set(all).size).toBe(all.length)
  })

  it.each(Object.entries(texts.reasons))(
    '%s names what is known, and can do without',
    (code, text) => {
      const choices = [text].flat()
      const names = choices.map(choice =>
        Array.from(choice.matchAll(/\{(\w+)\}/g), ([, name]) => name),
      )
      expect(names[0]).toEqual(known[code] ?? [])
      expect(names.at(-1)).toEqual([])
      for (const choice of choices) expect(choice).toMatch(/[.?]$/)
    },
  )

  it('no code is without a sentence, whatever is missing', () => {
    for (const code of core['reasons'] ?? []) {
      const decision = { code, missing: [] } as unknown as Parameters<typeof reasonText>[0]
      expect(reasonText(decision, texts)).toMatch(/[.?]$/)
    }
  })
})

describe('a decision', () => {
  const labels = labelsOf(JSON.parse(catalog), 'nl')
  const agent = { catalog, records, roles: ['agent'], groups: ['g1'] }

  it('says in words what is missing', async () => {
    const gate = await gateFor(agent)
    const said = (texts: ReasonTexts, ...question: Parameters<typeof gate.decide>) =>
      reasonText(gate.decide(...question), texts, labels)
    expect(said(en, 'chat-settings')).toBe('You can do this.')
    expect(said(en, 'reports.export')).toBe('Your role does not allow this.')
    expect(said(nl, 'insights')).toBe('Dit is inbegrepen in Prime.')
    expect(said(fr, 'documents.edit')).toBe('Choisissez d’abord : Document.')
    const document = { by: 'u2', with: [], org: 'w2' }
    expect(said(en, 'documents.edit', document)).toBe(
      'You can only do this with what you own or what is shared with you for editing.',
    )
    expect(said(pt, 'documents.edit', document)).toBe(
      'Você só pode fazer isso com o que é seu ou o que foi compartilhado com você para edição.',
    )
    const conversation = { agent: 'u2', team: 'g2' }
    expect(said(en, 'conversations.delete', conversation)).toBe(
      'This also requires “Conversations”.',
    )
  })

  it('shows ids where there are no labels', async () => {
    const gate = await gateFor(agent)
    expect(reasonText(gate.decide('insights'), en)).toBe('This is included in prime.')
  })

  it('may be told in words of the app', async () => {
    const gate = await gateFor(agent)
    const own = { ...en, reasons: { ...en.reasons, 'not-granted': 'Ask your manager.' } }
    expect(reasonText(gate.decide('reports.export'), own)).toBe('Ask your manager.')
  })
})

it('a label is in the language, or in English', () => {
  const label = { en: 'Pro plan', nl: 'Pro-abonnement' }
  const given = { entitlements: [{ id: 'pro', label }] }
  expect(labelsOf(given, 'nl')('entitlement', 'pro')).toBe('Pro-abonnement')
  expect(labelsOf(given, 'fr')('entitlement', 'pro')).toBe('Pro plan')
  expect(labelsOf(given, 'fr')('permission', 'pro')).toBeUndefined()
})
