// The members of the engine's answers against those of the types: the compiler holds the tables below
// to the types, and the tests hold them to the engine.

import { type Change, createGate, type GateView, type Missing, type Step } from 'rolegate'
import { expect, it } from 'vitest'
import { digest, membership, options, sign } from '../helpers/gates.ts'

type Presence<T> = { readonly [K in keyof T]-?: Pick<T, K> extends Required<Pick<T, K>> ? 1 : 0 }
type Part<Name extends Step['step']> = Presence<Omit<Extract<Step, { step: Name }>, 'step'>>
type With<Name extends string> = Presence<Extract<Change, Record<Name, unknown>>>

/** For each part of an evaluation its members: 1 where it always has one, 0 where it may have. */
const STEPS: { readonly [Name in Step['step']]: Part<Name> } = {
  role: { role: 1, value: 1, if: 0 },
  layer: { from: 1, id: 0, value: 1, wins: 1 },
  part: { permission: 1, value: 1 },
  relation: { relation: 1, holds: 1 },
  value: { value: 1 },
  prerequisite: { permission: 1, atLeast: 1, holds: 1 },
  filter: { passes: 1 },
  entitlement: { anyOf: 1, holds: 1 },
}

const CHANGES: readonly [
  With<'role'>,
  With<'values'>,
  Presence<Exclude<Extract<Change, { relations: unknown }>, { values: unknown }>>,
  With<'entitlements'>,
  With<'record'>,
  With<'together'>,
] = [
  { role: 1 },
  { values: 1, relations: 0 },
  { relations: 1 },
  { entitlements: 1 },
  { record: 1 },
  { together: 1 },
]

const label = { en: 'x' }
const permission = (id: string, others: object) => ({ id, label, values: 'switch', ...others })
const catalog = JSON.stringify({
  format: 1,
  id: 'answers',
  label,
  entitlements: [{ id: 'plan', label }],
  layers: ['company', 'group'],
  filters: ['groups'],
  records: { order: { label, relations: ['own', 'same-group'] } },
  areas: [
    {
      id: 'orders',
      label,
      permissions: [
        permission('staff', {}),
        permission('approve', { reserved: true }),
        permission('pay', { reserved: true }),
        permission('settle', { rule: { all: [{ permission: 'approve' }, { permission: 'pay' }] } }),
        permission('open', {
          record: 'order',
          needs: ['plan'],
          requires: [{ permission: 'staff', at_least: 'on' }],
        }),
        permission('edit', {
          record: 'order',
          rule: { all: [{ relation: 'own' }, { permission: 'staff' }] },
        }),
      ],
    },
  ],
  roles: [
    { id: 'clerk', label, values: { open: { value: 'on', if: ['own'] } } },
    { id: 'approver', label, values: { approve: 'on' } },
    { id: 'payer', label, values: { pay: 'on' } },
  ],
})

async function gateFor(changes: object, entitlements: string[] = []): Promise<GateView> {
  const gate = createGate({
    ...options,
    catalog,
    records: { order: { owner: () => 'u2' } } as never,
  })
  const named = { id: 'answers', sha256: await digest(catalog) }
  await gate.load(
    await sign({
      catalog: named,
      entitlements,
      memberships: [membership({ roles: ['clerk'], ...changes })],
    }),
  )
  return gate
}

const gates = await Promise.all([
  gateFor({}),
  gateFor({ layers: [{ from: 'company', values: { staff: 'on' } }] }, ['plan']),
  gateFor({
    filters: [{ groups: ['g1'] }],
    layers: [
      { from: 'company', values: { open: 'on', staff: 'off' } },
      { from: 'group', id: 'g1', values: { open: 'off' } },
    ],
  }),
])
const explanations = gates.flatMap(gate =>
  ['staff', 'settle', 'open', 'edit'].flatMap(name => [gate.explain(name), gate.explain(name, {})]),
)

/** Which members an object may have: all that are always there, with and without each of the others. */
function variants(shape: Readonly<Record<string, 0 | 1>>): string[] {
  return Object.entries(shape)
    .reduce(
      (all: string[][], [name, presence]) => [
        ...all.map(names => [...names, name]),
        ...(presence === 1 ? [] : all),
      ],
      [[]],
    )
    .map(names => names.sort().join(' '))
}

function found(objects: readonly object[]): string[] {
  return [...new Set(objects.map(object => Object.keys(object).sort().join(' ')))].sort()
}

it.each(Object.entries(STEPS))('a step `%s` has the members of its type', (name, shape) => {
  const steps = explanations.flatMap(({ trace }) => trace.filter(({ step }) => step === name))
  expect(found(steps)).toEqual(variants({ ...shape, step: 1 }).sort())
})

it('there is no other step', () => {
  const names = explanations.flatMap(({ trace }) => trace.map(({ step }) => step))
  expect(names.filter(name => !Object.hasOwn(STEPS, name))).toEqual([])
})

it('a change has the members of its type', () => {
  const inside = (change: Change): Change[] => [
    change,
    ...('together' in change ? change.together.flatMap(inside) : []),
  ]
  const changesOf = ({ changes, missing = [] }: Missing): Change[] => [
    ...changes.flatMap(inside),
    ...missing.flatMap(changesOf),
  ]
  expect(found(explanations.flatMap(({ missing }) => missing.flatMap(changesOf)))).toEqual(
    CHANGES.flatMap(variants).sort(),
  )
})
