import type { Locator, Page } from '@playwright/test'
import type { Scenario } from 'rolegate/preview'
import { catalogText } from '../catalogs.ts'
import { expect } from '../fixtures.ts'
import { type Claims, claimsInForce } from './in-force.ts'

interface Named {
  readonly id: string
  readonly label: { readonly en: string }
}

interface Catalog {
  readonly label: { readonly en: string }
  readonly roles: readonly Named[]
  readonly entitlements?: readonly Named[]
  readonly areas: readonly { readonly permissions: readonly Named[] }[]
  readonly filters?: readonly string[]
}

/** The entitlements of which a customer has one, by the name of their field. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'adobe-dynamic-chat': { Package: ['included', 'prime'] },
  pandadoc: {
    Plan: ['plan-essentials', 'plan-business', 'plan-enterprise'],
    Licence: [
      'licence-guest',
      'licence-read-only',
      'licence-esignature',
      'licence-creator',
      'licence-standard',
    ],
  },
}

const WORKSPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pandadoc: { sales: 'Sales', legal: 'Legal' },
}

const LAYERS: Readonly<Record<string, string>> = {
  company: 'Company',
  group: 'Group',
  user: 'Person',
}

/**
 * Expects that the snapshot in force claims what was asked for, and that every word of the bar, and of
 * what opens from it, says what the snapshot claims.
 */
export async function expectTruth(
  page: Page,
  product: string,
  asked: Partial<Scenario>,
): Promise<void> {
  const { at, customRoles, subject, workspace, roles, groups, layers, filters, entitlements } =
    asked
  const membership = { workspace, roles, groups, layers, filters }
  const expected = { sub: subject, entitlements, memberships: [membership], roles: customRoles }
  const issued = at === undefined ? {} : { iat: at }
  await expect
    .poll(async () => (await claimsInForce(page)).map(claims => settled(claims)))
    .toEqual([expect.objectContaining({ ...settled(expected), ...issued })])
  const [claims] = await claimsInForce(page)
  if (!claims) throw new Error('nothing is in force')
  await expectBar(page, product, claims, at)
}

/** Claims with what may be left out of a snapshot. */
function settled(claims: Partial<Claims> | object) {
  const { memberships = [], entitlements = [], roles = [], ...rest } = claims as Partial<Claims>
  return {
    ...rest,
    entitlements,
    roles,
    memberships: memberships.map(membership => ({
      ...membership,
      groups: membership.groups ?? [],
      layers: membership.layers ?? [],
      filters: membership.filters ?? [],
    })),
  }
}

/** Expects of every word of the bar that it is what the claims say. */
async function expectBar(
  page: Page,
  product: string,
  claims: Claims,
  at: number | undefined,
): Promise<void> {
  const words = wordsOf(product, claims, at)
  const bar = page.getByRole('region', { name: 'Scenario' })
  await expect.poll(() => fieldsOf(bar)).toEqual(words.fields)
  await expect(bar.locator('.bar-summary-text')).toHaveText(words.summary)
  const draft = bar.getByRole('button', { name: /^Draft/ })
  if (words.draft.length === 0) await expect(draft).toHaveCount(0)
  else {
    const count = words.draft.length
    await expect(draft).toHaveAccessibleName(
      count === 1 ? 'Draft: 1 change' : `Draft: ${count} changes`,
    )
    await draft.click()
    await expect(page.getByRole('dialog').locator('li > span')).toHaveText(words.draft)
    await page.keyboard.press('Escape')
  }
  await bar.getByRole('button', { name: /^More/ }).click()
  const more = page.getByRole('dialog')
  await expect
    .poll(() =>
      more
        .locator('.field')
        .evaluateAll(fields =>
          fields.map(field => [
            field.querySelector('label')?.textContent ?? '',
            field.querySelector('input')?.value ?? '',
            field.querySelector('[slot="description"]')?.textContent ?? '',
          ]),
        ),
    )
    .toEqual(words.more)
  await expect(more.locator('.layer-fields li > span')).toHaveText(words.layers)
  const time = at === undefined ? [] : [new Date(claims.iat * 1000).toISOString()]
  expect(
    await more.locator('time').evaluateAll(all => all.map(one => one.getAttribute('datetime'))),
  ).toEqual(time)
  await page.keyboard.press('Escape')
  await expect(more).toHaveCount(0)
}

/** The fields of the bar and what each of them says. */
function fieldsOf(bar: Locator): Promise<(readonly [string, string])[]> {
  return bar.locator('.bar-fields .select-button').evaluateAll(buttons =>
    buttons.map(button => {
      const field = button.closest('.select-field') ?? button
      const text = (name: string) => field.querySelector(`.${name}`)?.textContent ?? ''
      return [text('select-label'), text('select-value')] as const
    }),
  )
}

function wordsOf(product: string, claims: Claims, at: number | undefined) {
  const catalog = JSON.parse(catalogText(product)) as Catalog
  const { entitlements = [] } = catalog
  const [membership] = claims.memberships
  if (!membership) throw new Error('the claims have no membership')
  const { groups = [], layers = [], filters = [], workspace } = membership
  const own = (claims.roles ?? []).filter(({ id }) => !catalog.roles.some(role => role.id === id))
  const roleName = (id: string) =>
    [...catalog.roles, ...own].find(role => role.id === id)?.label?.en ?? ''
  const permissionName = (id: string) =>
    catalog.areas.flatMap(({ permissions }) => permissions).find(one => one.id === id)?.label.en
  const bought = (ids: readonly string[]) =>
    ids.map(id => entitlements.find(one => one.id === id)?.label.en)
  const held = claims.entitlements ?? []
  const choices = Object.entries(CHOICES[product] ?? {})
  const chosen = choices.flatMap(([, of]) => of)
  const addOns = entitlements.map(({ id }) => id).filter(id => !chosen.includes(id))
  const joined = (ids: readonly string[], none: string) => bought(ids).join(' + ') || none
  const plan = choices.map(([name, of]) => [
    name,
    joined(
      held.filter(id => of.includes(id)),
      'None',
    ),
  ])
  const rest = joined(
    addOns.filter(id => held.includes(id)),
    'None',
  )
  const places = WORKSPACES[product]
  const count = (number: number, word: string) =>
    number > 0 ? [`${number} ${word}${number > 1 ? 's' : ''}`] : []
  const more = [
    ...count(groups.length, 'group'),
    ...count(layers.length, 'layer'),
    ...count(filters.length, 'filter'),
    ...(at === undefined ? [] : ['another time']),
  ].join(', ')
  const roles = membership.roles.map(roleName).join(' + ') || 'Nobody: no role'
  const layerTexts = layers.flatMap(({ from, id, values }) =>
    Object.entries(values).map(
      ([permission, value]) =>
        `${[LAYERS[from], id].filter(Boolean).join(' ')}: ${permissionName(permission)} → ${value}`,
    ),
  )
  const edits = (claims.roles ?? []).flatMap(({ id, values }) =>
    own.some(role => role.id === id)
      ? [`New role ${roleName(id)}`]
      : Object.entries(values).map(
          ([permission, value]) => `${roleName(id)}: ${permissionName(permission)} → ${value}`,
        ),
  )
  const filterFields = (filters.length > 0 ? filters : [{}]).flatMap(
    (filter: Readonly<Record<string, readonly string[]>>, index) =>
      (catalog.filters ?? []).map(name => [
        `Only these ${name}, joined by commas${index > 0 ? ` (filter ${index + 1})` : ''}`,
        (filter[name] ?? []).join(', '),
        filter[name]?.length === 0
          ? 'This empty list lets no record through.'
          : 'Left empty, it leaves nothing out.',
      ]),
  )
  return {
    fields: [
      ['Product', catalog.label.en],
      ['Seen as', roles],
      ...plan,
      ...(addOns.length > 0 ? [[choices.length > 0 ? 'Add-ons' : 'Bought', rest]] : []),
      ...(places ? [['Workspace', places[workspace] ?? workspace]] : []),
      ['More', more || '…'],
    ],
    summary: entitlements.length > 0 ? `${roles} · ${joined(held, 'Nothing')}` : roles,
    draft: [...edits, ...layerTexts],
    more: [
      ['Id of the person', claims.sub, ''],
      ...(places ? [] : [['Workspace', workspace, '']]),
      ['Groups, joined by commas', groups.join(', '), ''],
      ...filterFields,
    ],
    layers: layerTexts,
  }
}
