import { useMemo } from 'react'
import { useLanguage, useTexts } from '../language/LanguageContext.ts'
import { interfaceLanguage } from '../language/languages.ts'
import { shortRelationTexts } from '../language/relations.ts'
import { valueTexts } from '../language/values.ts'
import type { CatalogValue, Permission } from '../scenario/DisplayCatalog.ts'
import type { Answer, CellKind } from './answers.ts'
import { tableTexts } from './texts.ts'

/** What a person may do with a permission, and why that is not simply what the role says. */
export interface Cell {
  readonly kind: CellKind
  readonly answer: Answer
  /** What becomes of it, in one or two words. */
  readonly word: string
  /** What the role itself says, where that is something else; or else empty. */
  readonly detail: string
  /** What the role itself says, as the command prints it. */
  readonly stored: string
}

/** The value of a role as the command prints it. */
export function storedText(permission: Permission, value: CatalogValue | undefined): string {
  if (permission.rule !== undefined) return 'derived'
  if (value === undefined) return 'off'
  if (typeof value === 'string') return value
  if ('unknown' in value && value.unknown) return 'unknown'
  return value.if ? `${value.value} if ${value.if.join(' or ')}` : value.value
}

/** Makes cells, in the language of the page. */
export function useCells(): (
  permission: Permission,
  answer: Answer,
  value?: CatalogValue | undefined,
) => Cell {
  const texts = useTexts(tableTexts)
  const values = useTexts(valueTexts)
  const relations = useTexts(shortRelationTexts)
  const language = interfaceLanguage(useLanguage())
  return useMemo(() => {
    const list = new Intl.ListFormat(language, { type: 'disjunction' })
    const valueText = (value: CatalogValue) => {
      if (typeof value === 'string') return values[value] ?? value
      const level = values[value.value] ?? value.value
      if (!value.if) return level
      return texts.onlyIf(level, list.format(value.if.map(one => relations[one] ?? one)))
    }
    return (permission, answer, value) => {
      const stored = storedText(permission, value)
      const kind = kindOf(answer, stored)
      const level = kind === 'on' || kind === 'read' ? answer.level : 'off'
      const isSame = stored === level || stored === 'derived' || stored === 'unknown'
      return {
        kind,
        answer,
        stored,
        word: kind === 'on' || kind === 'read' ? (values[level] ?? level) : texts.kinds[kind],
        detail: isSame || value === undefined ? '' : texts.role(valueText(value)),
      }
    }
  }, [texts, values, relations, language])
}

function kindOf({ outcome, level, isForSome }: Answer, stored: string): CellKind {
  if (isForSome) return 'some'
  if (outcome === 'show') return level === 'read' ? 'read' : 'on'
  if (stored === 'unknown') return 'open'
  if (outcome === 'upsell') return 'offered'
  return outcome === 'disable' ? 'locked' : 'off'
}
