import type { Labelled } from '../reasons/text.ts'

/** The globals of the toolbar, which stand in the address of a story. */
export const GLOBALS = { roles: 'roles', plan: 'plan', workspace: 'workspace' } as const

/** The parameter under which stories know what can be chosen. */
export const PARAMETER = 'rolegateChoices'

/** The value for none; no id begins like it. */
export const NONE = '_'

/** What can be chosen, by id and label. */
export interface Choices {
  readonly roles: readonly Choice[]
  readonly plan: readonly Choice[]
  readonly workspace: readonly Choice[]
}

/** Something that can be chosen. */
export interface Choice {
  readonly id: string
  readonly label: string
}

export function choice({ id, label }: Labelled, language: string): Choice {
  return { id, label: label[language] ?? label['en'] ?? id }
}

/** What a global says; `undefined` where the story decides. Ids have no blanks. */
export function idsIn(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return value.split(/\s+/).filter(id => id !== '' && id !== NONE)
}

/** The global that says these ids. */
export function globalOf(ids: readonly string[]): string {
  return ids.join(' ') || NONE
}
