import type { Decision, Missing } from '../index.ts'
import type { Labels, ReasonTexts } from './types.ts'

/** What stands for something that the decision says. */
const NAMES = /\{(\w+)\}/g

/**
 * The reason of a decision as a sentence, to show beside what is disabled or offered.
 *
 * ```ts
 * import { labelsOf, nl, reasonText } from 'rolegate/reasons'
 * const labels = labelsOf(catalog, 'nl')
 * button.title = reasonText(gate.decide('reports.export'), nl, labels)
 * ```
 *
 * @param labels - without it, and for what it does not name, the ids of the catalog are shown
 */
export function reasonText(
  { code, missing }: Pick<Decision, 'code' | 'missing'>,
  texts: ReasonTexts,
  labels: Labels = () => undefined,
): string {
  const known = missing[0] === undefined ? {} : parameters(missing[0], texts, labels)
  const choices = [texts.reasons[code]].flat()
  const isKnown = (text: string) =>
    Array.from(text.matchAll(NAMES)).every(([, name = '']) => known[name])
  const chosen = choices.find(isKnown) ?? ''
  return chosen.replace(NAMES, (_, name: string) => known[name] ?? '')
}

/**
 * Names what a catalog has labels for: in `language`, or else in English.
 *
 * @param catalog - the parsed file
 */
export function labelsOf(catalog: CatalogLabels, language: string): Labels {
  const { entitlements = [], records = {}, areas = [] } = catalog
  const permissions = areas.flatMap(area => area.permissions)
  const labels = {
    entitlement: new Map(entitlements.map(({ id, label }) => [id, label])),
    permission: new Map(permissions.map(({ id, label }) => [id, label])),
    record: new Map(Object.entries(records).map(([id, { label }]) => [id, label])),
  }
  return (kind, id) => {
    const label = labels[kind].get(id)
    return label?.[language] ?? label?.['en']
  }
}

/** What is read of a catalog. */
export interface CatalogLabels {
  /** What customers buy. */
  readonly entitlements?: readonly Labelled[]
  /** Kinds of records, by id. */
  readonly records?: Readonly<Record<string, Omit<Labelled, 'id'>>>
  /** Areas of the product. */
  readonly areas?: readonly {
    /** The permissions of the area. */
    readonly permissions: readonly Labelled[]
  }[]
}

/** Something of a catalog that has names. */
export interface Labelled {
  /** Its id. */
  readonly id: string
  /** Its names, by language. */
  readonly label: Readonly<Record<string, string>>
}

/** What can be said of the first thing that is missing. */
function parameters(
  { permission, changes }: Missing,
  { language, relations }: ReasonTexts,
  labels: Labels,
): Readonly<Record<string, string | undefined>> {
  const name = (kind: Parameters<Labels>[0], id: string) => labels(kind, id) ?? id
  const join = (type: 'conjunction' | 'disjunction', parts: readonly string[]) =>
    new Intl.ListFormat(language, { type }).format(parts)
  /** Of each change that is of this kind all its parts, of these any. */
  const anyOf = (choices: readonly (readonly string[])[]) =>
    join(
      'disjunction',
      choices.map(parts => join('conjunction', parts)),
    )
  const related = changes.flatMap(change =>
    'relations' in change && !('values' in change) ? [change.relations ?? []] : [],
  )
  const bought = changes.flatMap(change => ('entitlements' in change ? [change.entitlements] : []))
  const record = changes.flatMap(change => ('record' in change ? [change.record] : []))[0]
  return {
    permission: permission && name('permission', permission),
    record: record && name('record', record),
    relations: anyOf(related.map(parts => parts.map(relation => relations[relation] ?? relation))),
    entitlements: anyOf(bought.map(parts => parts.map(id => name('entitlement', id)))),
  }
}
