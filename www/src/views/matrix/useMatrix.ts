import { useMemo, useRef } from 'react'
import type { DisplayCatalog, Permission, Role } from '../../scenario/DisplayCatalog.ts'
import { draftOf } from '../../scenario/draft.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Asked } from '../../table/answers.ts'
import { type Cell, useCells } from '../../table/cell.ts'
import type { TableRow } from '../../table/DecisionTable.tsx'
import { type Answered, useAnswers } from '../../table/useAnswers.ts'

interface Matrix {
  readonly roles: readonly Role[]
  /** `null` until the first answers are there. */
  readonly rows: readonly TableRow[] | null
  readonly isPending: boolean
  readonly failure: string | null
}

/** What each role by itself gives, with everything else as the scenario has it. */
export function useMatrix({ catalog, scenario }: InForce): Matrix {
  // Who looks makes no difference to what each role gives.
  const content = JSON.stringify({ ...scenario, roles: [] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content stands for the scenario
  const question = useMemo(() => questionOf(catalog, scenario), [catalog, content])
  const { answered, isCurrent, failure } = useAnswers(question.asked)
  const cellOf = useCells()
  const last = useRef<{ readonly catalog: DisplayCatalog; readonly matrix: Table } | null>(null)
  const now = useMemo(
    () => (answered && isCurrent ? tableOf(question, answered, cellOf) : null),
    [answered, isCurrent, question, cellOf],
  )
  if (now) last.current = { catalog, matrix: now }
  // What was there stays until there is something newer, so that nothing jumps.
  const kept = last.current?.catalog === catalog ? last.current.matrix : null
  const { roles, rows } = now ?? kept ?? { roles: question.roles, rows: null }
  return { roles, rows, isPending: !isCurrent, failure }
}

interface Table {
  readonly roles: readonly Role[]
  readonly rows: readonly TableRow[]
}

interface Question {
  readonly catalog: DisplayCatalog
  readonly roles: readonly Role[]
  /** The roles of the customer, and then, where there is a draft, those of the catalog without it. */
  readonly asked: readonly Asked[]
}

function questionOf(catalog: DisplayCatalog, scenario: Scenario): Question {
  const roles = rolesOf(catalog, scenario.customRoles)
  const shipped = { ...scenario, customRoles: [], layers: [] }
  const each = (of: Scenario, all: readonly Role[]) =>
    all.map(({ id }): Asked => ({ catalog, scenario: { ...of, roles: [id] } }))
  const hasDraft = draftOf(catalog, scenario).length > 0
  const asked = [...each(scenario, roles), ...(hasDraft ? each(shipped, catalog.roles) : [])]
  return { catalog, roles, asked }
}

type CellOf = ReturnType<typeof useCells>

function tableOf({ catalog, roles }: Question, { answers }: Answered, cellOf: CellOf): Table {
  const cellAt = (at: number, permission: Permission, role: Role) => {
    const answer = answers[at]?.of?.get(permission.id)
    return answer && cellOf(permission, answer, role.values[permission.id])
  }
  const isDraft = answers.length > roles.length
  const rows = catalog.areas.flatMap(area =>
    area.permissions.map((permission): TableRow => {
      const cells = roles.flatMap((role, at) => cellAt(at, permission, role) ?? [])
      if (!isDraft) return { area, permission, cells }
      const before = roles.map((_, at) => {
        const role = catalog.roles[at]
        const cell = role && cellAt(roles.length + at, permission, role)
        return cell && isChanged(cell, cells[at]) ? cell : undefined
      })
      return { area, permission, cells, before }
    }),
  )
  return { roles, rows }
}

function isChanged(before: Cell, after: Cell | undefined): boolean {
  return before.kind !== after?.kind || before.word !== after.word
}
