import { useMemo } from 'react'
import { useLabels, useLanguage, useTexts } from '../../language/LanguageContext.ts'
import { interfaceLanguage } from '../../language/languages.ts'
import { relationTexts } from '../../language/relations.ts'
import { valueTexts } from '../../language/values.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** Names everything that an explanation speaks of, in the language of the page. */
export interface Words {
  readonly role: (id: string) => string
  readonly permission: (question: string) => string
  readonly value: (level: string) => string
  readonly relations: (all: readonly string[], type?: ListType) => string
  readonly entitlements: (ids: readonly string[], type?: ListType) => string
}

type ListType = 'conjunction' | 'disjunction'

export function useWords(catalog: DisplayCatalog, scenario: Scenario): Words {
  const label = useLabels()
  const language = interfaceLanguage(useLanguage())
  const values = useTexts(valueTexts)
  const relations = useTexts(relationTexts)
  return useMemo(() => {
    const roles = rolesOf(catalog, scenario.customRoles)
    const join = (parts: readonly string[], type: ListType) =>
      new Intl.ListFormat(language, { type }).format(parts)
    return {
      role: id => label(roles.find(role => role.id === id)?.label) || id,
      permission: question => label(catalog.permission(question)?.label) || question,
      value: level => values[level] ?? level,
      relations: (all, type = 'conjunction') =>
        join(
          all.map(one => relations[one] ?? one),
          type,
        ),
      entitlements: (ids, type = 'conjunction') =>
        join(
          ids.map(id => label(catalog.entitlement(id)?.label) || id),
          type,
        ),
    }
  }, [catalog, scenario, label, language, values, relations])
}
