import type { RoleValue } from '../../index.ts'
import type { SnapshotRole } from '../../server/types.ts'
import { newRole } from '../new-role.ts'
import { element, fill, labelled, type Option } from './elements.ts'
import { checks, type FormContext, listSection, type Section, wide } from './section.ts'
import { levelsOf, withoutValue, withValue } from './values.ts'

export function roleSection(context: FormContext): Section {
  const { catalog, names, texts, draft } = context
  const list = element('div', { className: 'checks' })
  let inputs: ReadonlyMap<string, HTMLInputElement> = new Map()
  const update = () => {
    const ids = [...catalog.roles, ...ownRolesOf(context)].map(({ id }) => id)
    if (`${ids}` !== `${[...inputs.keys()]}`) {
      inputs = checks(ids, context, 'roles')
      const rows = Array.from(inputs, ([id, input]) =>
        element('label', { className: 'check' }, input, names.role(id, draft())),
      )
      list.replaceChildren(...rows)
    }
    for (const [id, input] of inputs) input.checked = draft().roles.includes(id)
  }
  return { node: element('fieldset', {}, element('legend', {}, texts.roles), list), update }
}

/** The roles of the tenant's own: those of the draft, and those that the server says there are. */
function ownRolesOf({ own, draft }: FormContext): readonly SnapshotRole[] {
  const all = [draft(), ...own].flatMap(({ customRoles }) => customRoles)
  return all.filter(
    ({ id, label }, at) => label !== undefined && all.findIndex(one => one.id === id) === at,
  )
}

export function editSection(context: FormContext): Section {
  const { catalog, names, texts, draft, change } = context
  const roles = element('select')
  const permissions = element('select')
  const values = element('select')
  let isChosen = false
  const choices = () => choicesIn(roles.value, context)
  const update = () => {
    const editable = [...catalog.roles, ...ownRolesOf(context)].filter(
      ({ id }) => choicesIn(id, context).size > 0,
    )
    fill(
      roles,
      editable.map(({ id }) => ({ value: id, text: names.role(id, draft()) })),
    )
    // A role of the person is the one that is meant, as long as no other has been chosen.
    const held = editable.filter(({ id }) => draft().roles.includes(id)).at(-1)
    if (!isChosen && held) roles.value = held.id
    fill(
      permissions,
      Array.from(choices().keys(), id => ({ value: id, text: names.named('permission', id) })),
    )
    // Values with relations are objects, so an option has the position.
    fill(
      values,
      (choices().get(permissions.value) ?? []).map(
        (value, at): Option => ({ value: `${at}`, text: names.value(value) }),
      ),
    )
  }
  roles.addEventListener('change', () => {
    isChosen = true
  })
  for (const select of [roles, permissions]) select.addEventListener('change', update)
  const rows = () =>
    draft().customRoles.flatMap((role, at) =>
      Object.entries(role.values).map(([id, value]) => ({
        text: `${names.role(role.id, draft())} · ${names.named('permission', id)}: ${names.value(value)}`,
        remove: () => change({ customRoles: withoutValue(draft().customRoles, at, id) }),
      })),
    )
  return listSection(texts.roleEdits, context, rows, {
    controls: [
      wide(labelled(texts.role, roles)),
      wide(labelled(texts.permission, permissions)),
      labelled(texts.value, values),
    ],
    add: () => {
      const value = choices().get(permissions.value)?.[Number(values.value)]
      if (value === undefined) return
      // What the server says of a role of the tenant's own is what is edited.
      const own = ownRolesOf(context).find(({ id }) => id === roles.value)
      const edited = draft().customRoles
      const all = own && !edited.some(({ id }) => id === own.id) ? [...edited, own] : edited
      change({ customRoles: withValue(all, { id: roles.value }, permissions.value, value) })
    },
    update,
  })
}

/** The values that a tenant may choose in a role, by permission; nothing where all is fixed. */
function choicesIn(id: string, context: FormContext): ReadonlyMap<string, readonly RoleValue[]> {
  const { catalog } = context
  const ofCatalog = catalog.roles.find(role => role.id === id)
  if (ofCatalog) return new Map(Object.entries(ofCatalog.unlocked ?? {}))
  const own = ownRolesOf(context).find(role => role.id === id)
  const base = catalog.roles.find(role => role.id === own?.based_on)
  const stored = catalog.areas
    .flatMap(area => area.permissions)
    .filter(({ rule }) => rule === undefined)
  return new Map(
    stored.map(permission => {
      const all = base
        ? [base.values?.[permission.id] ?? 'off', ...(base.unlocked?.[permission.id] ?? [])]
        : levelsOf(catalog, permission.id)
      return [permission.id, all]
    }),
  )
}

/** The roles that the tenant adds: a new one starts from what the catalog says, and is held at once. */
export function newRoleSection(context: FormContext): Section {
  const { catalog, names, texts, draft, change } = context
  const input = element('input', { autocomplete: 'off', spellcheck: false })
  const rows = () =>
    draft()
      .customRoles.filter(({ label }) => label)
      .map(({ id }) => ({
        text: names.role(id, draft()),
        remove: () =>
          change({
            customRoles: draft().customRoles.filter(role => role.id !== id),
            roles: draft().roles.filter(role => role !== id),
          }),
      }))
  return listSection(texts.newRoles, context, rows, {
    controls: [wide(labelled(texts.name, input))],
    add: () => {
      const name = input.value.trim()
      if (name === '') return input.focus()
      input.value = ''
      const { entitlements, customRoles, roles } = draft()
      const all = { customRoles: ownRolesOf(context), entitlements }
      const added = newRole(catalog, all, name)
      change({
        customRoles: [...customRoles, added.role],
        roles: [...roles, added.role.id],
        entitlements: added.entitlements,
      })
    },
  })
}
