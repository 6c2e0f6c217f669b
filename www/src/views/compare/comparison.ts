import type { Area, DisplayCatalog, Permission } from '../../scenario/DisplayCatalog.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Cell, useCells } from '../../table/cell.ts'
import type { TableRow } from '../../table/DecisionTable.tsx'
import type { Answered } from '../../table/useAnswers.ts'

/** The permissions of all sides, and what each side may do with them. */
export function rowsOf(
  { asked, answers }: Answered,
  cellOf: ReturnType<typeof useCells>,
): readonly TableRow[] {
  const rows = new Map<string, { readonly area: Area; readonly permission: Permission }>()
  for (const { catalog } of asked) {
    for (const area of catalog.areas) {
      for (const permission of area.permissions) {
        if (!rows.has(permission.id)) rows.set(permission.id, { area, permission })
      }
    }
  }
  return [...rows.values()].map(row => ({
    ...row,
    cells: asked.map(({ catalog, scenario }, at) => {
      const { id } = row.permission
      const permission = catalog.permission(id)
      const answer = answers[at]?.of?.get(id)
      return permission && answer && cellOf(permission, answer, roleValueOf(catalog, scenario, id))
    }),
  }))
}

/** What the role says, where there is one role only. */
function roleValueOf(catalog: DisplayCatalog, scenario: Partial<Scenario>, permission: string) {
  const { roles = [], customRoles = [] } = scenario
  if (roles.length !== 1) return undefined
  return rolesOf(catalog, customRoles).find(({ id }) => id === roles[0])?.values[permission]
}

/** Whether the person of a side may use it, for some records at least. */
export function isAble(cell: Cell | undefined): boolean {
  return cell?.answer.outcome === 'show'
}

/** How the sides stand to one another in a row. */
export function standing({ cells: [first, ...others] }: TableRow): 'differs' | 'can' | 'cannot' {
  if (!others.every(cell => isSame(cell, first))) return 'differs'
  return isAble(first) ? 'can' : 'cannot'
}

/** What holds for some records may hold for others on another side. */
function isSame(one: Cell | undefined, other: Cell | undefined): boolean {
  const isSameWord = one?.kind === other?.kind && one?.word === other?.word
  return isSameWord && (one?.kind !== 'some' || one.stored === other?.stored)
}
