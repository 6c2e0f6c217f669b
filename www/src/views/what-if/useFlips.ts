import { useMemo } from 'react'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Answer, Asked } from '../../table/answers.ts'
import { type Cell, useCells } from '../../table/cell.ts'
import { useAnswers } from '../../table/useAnswers.ts'

/** A permission that somebody may use otherwise than before. */
export interface Flip {
  readonly permission: Permission
  readonly before: Cell
  readonly after: Cell
}

/** What the draft changes for somebody: for a role by itself, or for the person who is seen. */
export interface Flips {
  /** The role; absent for the person. */
  readonly role: string | undefined
  readonly flips: readonly Flip[]
}

/** What the draft changes; `null` while that is worked out. */
export function useFlips({ catalog, scenario }: InForce): readonly Flips[] | null {
  const question = useMemo(() => {
    const { customRoles, layers } = scenario
    const shipped: Scenario = { ...scenario, customRoles: [], layers: [] }
    const affected: (string | undefined)[] = customRoles.map(({ id }) => id)
    if (layers.length > 0) affected.push(undefined)
    const asked = affected.flatMap((role): Asked[] => {
      const known = role === undefined ? scenario.roles : [role]
      const before = known.filter(id => catalog.role(id))
      return [
        { catalog, scenario: { ...shipped, roles: before } },
        { catalog, scenario: { ...scenario, roles: known, layers: role ? [] : layers } },
      ]
    })
    return { affected, asked }
  }, [catalog, scenario])
  const { answered, isCurrent } = useAnswers(question.asked)
  const cellOf = useCells()
  return useMemo(() => {
    const { affected, asked } = question
    if (asked.length === 0) return []
    if (!answered || !isCurrent) return null
    return affected.map((role, index): Flips => {
      const before = answered.answers[2 * index]?.of
      const after = answered.answers[2 * index + 1]?.of
      const edited = rolesOf(catalog, scenario.customRoles).find(({ id }) => id === role)
      const flips = catalog.permissions.flatMap((permission): Flip[] => {
        const was = before?.get(permission.id)
        const is = after?.get(permission.id)
        if (!was || !is || !isFlip(was, is)) return []
        return [
          {
            permission,
            before: cellOf(permission, was, catalog.role(role ?? '')?.values[permission.id]),
            after: cellOf(permission, is, edited?.values[permission.id]),
          },
        ]
      })
      return { role, flips }
    })
  }, [question, answered, isCurrent, catalog, scenario, cellOf])
}

/** How many flips there are of everybody together. */
export function countOf(all: readonly Flips[] | null): number {
  return all?.reduce((sum, { flips }) => sum + flips.length, 0) ?? 0
}

function isFlip(was: Answer, is: Answer): boolean {
  return was.outcome !== is.outcome || was.level !== is.level || was.isForSome !== is.isForSome
}
