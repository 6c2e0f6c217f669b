import type { ReasonCode } from '../index.ts'

/**
 * A sentence, in which `{name}` stands for something that the decision says. Of a list the first counts
 * of which everything is known.
 */
export type ReasonText = string | readonly string[]

/** The reasons in one language. Replace what you like: `{ ...en, reasons: { ...en.reasons, … } }`. */
export interface ReasonTexts {
  /** The language, as a BCP 47 tag, by which lists are joined. */
  readonly language: string
  /**
   * One for each code. `{record}` is known to `record-required`, `{relations}` to `relation`,
   * `{permission}` to `prerequisite`, and `{entitlements}` to `not-entitled`, where anything would help.
   */
  readonly reasons: Readonly<Record<ReasonCode, ReasonText>>
  /** What a record is to the person, by relation, for `{relations}`. */
  readonly relations: Readonly<Record<string, string>>
}

/** Names something of the catalog in the person's language; `undefined` where it has no name. */
export type Labels = (
  kind: 'permission' | 'entitlement' | 'record',
  id: string,
) => string | undefined
