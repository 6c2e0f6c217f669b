import type { Level, RoleValue } from '../../index.ts'
import type { Layer, SnapshotRole } from '../../server/types.ts'
import type { Catalog } from '../catalog.ts'
import type { Scenario } from '../scenario.ts'
import { button, element, fill, labelled, type Option } from './elements.ts'
import { includedIn, type Names } from './names.ts'
import { said, type Texts } from './texts.ts'

/** What a part of the form is made with. */
export interface FormContext {
  readonly catalog: Catalog
  readonly names: Names
  readonly texts: Texts
  /** What the server says of the person. */
  readonly own: readonly Scenario[]
  /** The scenario as it is in the form. */
  readonly draft: () => Scenario
  /** Shows the scenario with these parts. */
  readonly change: (parts: Partial<Scenario>) => void
}

/** A part of the form. */
interface Section {
  readonly node: HTMLElement
  /** Shows the draft as it is now. */
  readonly update: () => void
}

/** The form of a scenario: its sections, and what brings all of them up to date. */
export function scenarioForm(context: FormContext): {
  readonly nodes: readonly HTMLElement[]
  readonly update: () => void
} {
  const { catalog } = context
  const { entitlements = [], layers = [], filters = [], roles } = catalog
  const isEditable = roles.some(({ unlocked = {} }) => Object.keys(unlocked).length > 0)
  const sections = [
    roleSection(context),
    ...(entitlements.length > 0 ? [planSection(context)] : []),
    workspaceSection(context),
    groupSection(context),
    ...(layers.length > 0 ? [layerSection(context)] : []),
    ...(filters.length > 0 ? [filterSection(context)] : []),
    ...(isEditable ? [editSection(context)] : []),
  ]
  return {
    nodes: sections.map(({ node }) => node),
    update: () => {
      for (const section of sections) section.update()
    },
  }
}

/** Ids of which any number may be chosen. */
function checks(
  ids: readonly string[],
  context: FormContext,
  part: 'roles' | 'entitlements',
): ReadonlyMap<string, HTMLInputElement> {
  const { draft, change } = context
  const toggle = (id: string, isOn: boolean) => {
    const others = draft()[part].filter(held => held !== id)
    const held = isOn ? [...others, id] : others
    // In the order in which they are listed, whatever was chosen first.
    change({ [part]: held.sort((left, right) => ids.indexOf(left) - ids.indexOf(right)) })
  }
  return new Map(
    ids.map(id => {
      const input: HTMLInputElement = element('input', {
        type: 'checkbox',
        onchange: () => toggle(id, input.checked),
      })
      return [id, input]
    }),
  )
}

function roleSection(context: FormContext): Section {
  const { catalog, names, texts, draft } = context
  const own = context.own.flatMap(({ customRoles }) => customRoles.filter(({ label }) => label))
  const roles = [...catalog.roles, ...own]
  const inputs = checks([...new Set(roles.map(({ id }) => id))], context, 'roles')
  const rows = Array.from(inputs, ([id, input]) =>
    element('label', { className: 'check' }, input, names.role(id, draft())),
  )
  const list = element('div', { className: 'checks' }, ...rows)
  return {
    node: element('fieldset', {}, element('legend', {}, texts.roles), list),
    update: () => {
      for (const [id, input] of inputs) input.checked = draft().roles.includes(id)
    },
  }
}

function planSection(context: FormContext): Section {
  const { catalog, names, texts, draft } = context
  const { entitlements = [] } = catalog
  const inputs = checks(
    entitlements.map(({ id }) => id),
    context,
    'entitlements',
  )
  const notes = new Map(entitlements.map(({ id }) => [id, element('small')]))
  const rows = entitlements.map(one => {
    const text = element('span', {}, names.of(one), notes.get(one.id) ?? '')
    return element('label', { className: 'check' }, inputs.get(one.id) ?? '', text)
  })
  return {
    node: element(
      'fieldset',
      {},
      element('legend', {}, texts.plan),
      element('div', { className: 'checks' }, ...rows),
    ),
    update: () => {
      const held = draft().entitlements
      for (const [id, input] of inputs) {
        input.checked = held.includes(id)
        const from = held.find(one => includedIn(one, catalog).has(id))
        const note = notes.get(id)
        const isNoted = from !== undefined && !input.checked
        if (note)
          note.textContent = isNoted
            ? said(texts.comesWith, { plan: names.named('entitlement', from) })
            : ''
      }
    },
  }
}

function workspaceSection({ own, texts, draft, change }: FormContext): Section {
  const known = element('datalist', { id: 'workspaces' })
  known.append(...own.map(({ workspace }) => element('option', { value: workspace })))
  const input: HTMLInputElement = element('input', {
    list: 'workspaces',
    autocomplete: 'off',
    spellcheck: false,
    onchange: () => change({ workspace: input.value }),
  })
  input.setAttribute('list', 'workspaces')
  return {
    node: element('div', {}, labelled(texts.workspace, input), known),
    update: () => {
      input.value = draft().workspace
    },
  }
}

/** One line of a list, and what takes it out. */
interface Row {
  readonly text: string
  readonly remove: () => void
}

/** A list that is folded away, with the controls that add to it. */
function listSection(
  title: string,
  { texts }: FormContext,
  rows: () => readonly Row[],
  adder: {
    readonly controls: readonly HTMLElement[]
    readonly add: () => void
    readonly update?: () => void
  },
): Section {
  const count = element('span', { className: 'count' })
  const list = element('ul')
  const add = button(texts.add, adder.add, { className: 'wide' })
  const node = element(
    'details',
    {},
    element('summary', {}, title, ' ', count),
    list,
    element('div', { className: 'adder' }, ...adder.controls, add),
  )
  return {
    node,
    update: () => {
      const present = rows()
      count.textContent = present.length > 0 ? `${present.length}` : ''
      count.hidden = present.length === 0
      const hadFocus = list.contains((list.getRootNode() as ShadowRoot).activeElement)
      list.replaceChildren(
        ...present.map(({ text, remove }) => {
          const name = said(texts.remove, { what: text })
          return element('li', {}, text, button('×', remove, { 'aria-label': name, title: name }))
        }),
      )
      list.hidden = present.length === 0
      adder.update?.()
      // The button that had it is gone.
      if (hadFocus) add.focus()
    },
  }
}

function groupSection(context: FormContext): Section {
  const { texts, own, draft, change } = context
  const input = element('input', { autocomplete: 'off', spellcheck: false })
  input.setAttribute('list', 'groups')
  const known = [...new Set(own.flatMap(({ groups }) => groups))]
  const options = element('datalist', { id: 'groups' })
  options.append(...known.map(value => element('option', { value })))
  const rows = () =>
    draft().groups.map(group => ({
      text: group,
      remove: () => change({ groups: draft().groups.filter(one => one !== group) }),
    }))
  const field = labelled(texts.group, input)
  field.classList.add('wide')
  return listSection(texts.groups, context, rows, {
    controls: [field, options],
    add: () => {
      const group = input.value.trim()
      if (group === '') return input.focus()
      input.value = ''
      change({ groups: [...draft().groups.filter(one => one !== group), group] })
    },
  })
}

/** The permissions of a catalog, for a selection, in groups by area. */
function fillPermissions(select: HTMLSelectElement, { catalog, names }: FormContext): void {
  select.replaceChildren(
    ...catalog.areas.map(area => {
      const group = element('optgroup', { label: names.of(area) })
      const stored = area.permissions.filter(({ rule }) => rule === undefined)
      group.append(...stored.map(one => element('option', { value: one.id }, names.of(one))))
      return group
    }),
  )
}

function layerSection(context: FormContext): Section {
  const { catalog, names, texts, draft, change } = context
  const kinds = element('select')
  const groups = element('select')
  const permissions = element('select')
  const values = element('select')
  const group = labelled(texts.group, groups)
  const update = () => {
    fill(
      groups,
      draft().groups.map(id => ({ value: id, text: id })),
    )
    group.hidden = kinds.value !== 'group'
    const levels = levelsOf(catalog, permissions.value)
    fill(
      values,
      levels.map(level => ({ value: level, text: names.value(level) })),
    )
  }
  fill(
    kinds,
    (catalog.layers ?? []).map(kind => ({ value: kind, text: texts.layerNames[kind] ?? kind })),
  )
  fillPermissions(permissions, context)
  for (const select of [kinds, permissions]) select.addEventListener('change', update)
  const permission = labelled(texts.permission, permissions)
  permission.classList.add('wide')
  const rows = () =>
    draft().layers.flatMap((layer, at) =>
      Object.entries(layer.values).map(([id, level]) => ({
        text: `${[texts.layerNames[layer.from] ?? layer.from, layer.id].filter(Boolean).join(' ')} · ${names.named('permission', id)}: ${names.value(level as Level)}`,
        remove: () => change({ layers: withoutValue(draft().layers, at, id) }),
      })),
    )
  return listSection(texts.layers, context, rows, {
    controls: [labelled(texts.layer, kinds), group, permission, labelled(texts.value, values)],
    add: () => {
      const id = kinds.value === 'group' ? { id: groups.value } : {}
      const layer = { from: kinds.value, ...id }
      change({ layers: withValue(draft().layers, layer, permissions.value, values.value as Level) })
    },
    update,
  })
}

function filterSection(context: FormContext): Section {
  const { catalog, texts, draft, change } = context
  const kinds = element('select')
  const { filters = [] } = catalog
  fill(
    kinds,
    filters.map(kind => ({ value: kind, text: texts.filterNames[kind] ?? kind })),
  )
  const input = element('input', { autocomplete: 'off', spellcheck: false })
  const rows = () =>
    draft().filters.map((filter, at) => ({
      text: Object.entries(filter)
        .map(([kind, ids]) => `${texts.filterNames[kind] ?? kind}: ${ids.join(', ') || '–'}`)
        .join('; '),
      remove: () => change({ filters: draft().filters.filter((_, position) => position !== at) }),
    }))
  return listSection(texts.filters, context, rows, {
    controls: [labelled(texts.filter, kinds), labelled(texts.ids, input)],
    add: () => {
      const ids = input.value
        .split(',')
        .map(id => id.trim())
        .filter(Boolean)
      input.value = ''
      change({ filters: [...draft().filters, { [kinds.value]: ids }] })
    },
  })
}

function editSection(context: FormContext): Section {
  const { catalog, names, texts, draft, change } = context
  const roles = element('select')
  const permissions = element('select')
  const values = element('select')
  const unlocked = () => catalog.roles.find(({ id }) => id === roles.value)?.unlocked ?? {}
  // Values with relations are objects, so an option has the position.
  const choices = (): readonly RoleValue[] => unlocked()[permissions.value] ?? []
  const update = () => {
    // A role of the person is the one that is meant, as long as no other has been chosen.
    const held = editable.find(({ id }) => draft().roles.includes(id))
    if (!isChosen && held) roles.value = held.id
    fill(
      permissions,
      Object.keys(unlocked()).map(id => ({ value: id, text: names.named('permission', id) })),
    )
    fill(
      values,
      choices().map((value, at): Option => ({ value: `${at}`, text: names.value(value) })),
    )
  }
  const editable = catalog.roles.filter(({ unlocked = {} }) => Object.keys(unlocked).length > 0)
  let isChosen = false
  roles.addEventListener('change', () => {
    isChosen = true
  })
  fill(
    roles,
    editable.map(role => ({ value: role.id, text: names.of(role) })),
  )
  for (const select of [roles, permissions]) select.addEventListener('change', update)
  const permission = labelled(texts.permission, permissions)
  permission.classList.add('wide')
  const rows = () =>
    draft().customRoles.flatMap((role, at) =>
      Object.entries(role.values).map(([id, value]) => ({
        text: `${names.role(role.id, draft())} · ${names.named('permission', id)}: ${names.value(value)}`,
        remove: () => change({ customRoles: withoutValue(draft().customRoles, at, id) }),
      })),
    )
  return listSection(texts.roleEdits, context, rows, {
    controls: [labelled(texts.role, roles), labelled(texts.value, values), permission],
    add: () => {
      const value = choices()[Number(values.value)]
      if (value === undefined) return
      const role = { id: roles.value }
      change({ customRoles: withValue(draft().customRoles, role, permissions.value, value) })
    },
    update,
  })
}

function levelsOf(catalog: Catalog, permission: string): readonly Level[] {
  const found = catalog.areas.flatMap(area => area.permissions).find(({ id }) => id === permission)
  return found?.values === 'level' ? ['off', 'read', 'write'] : ['off', 'on']
}

/** A list of layers or roles in which the one with these members sets a value. */
function withValue<One extends Layer | SnapshotRole>(
  list: readonly One[],
  members: Partial<Layer>,
  permission: string,
  value: RoleValue,
): readonly One[] {
  const isIt = (one: One) =>
    Object.entries(members).every(([name, member]) => one[name as keyof One] === member)
  const found = list.find(isIt) ?? ({ ...members, values: {} } as unknown as One)
  const changed = { ...found, values: { ...found.values, [permission]: value } }
  return list.includes(found)
    ? list.map(one => (one === found ? changed : one))
    : [...list, changed]
}

/** The list without a value, and without what then says nothing. */
function withoutValue<One extends Layer | SnapshotRole>(
  list: readonly One[],
  position: number,
  permission: string,
): readonly One[] {
  return list.flatMap((one, at) => {
    if (at !== position) return [one]
    const { [permission]: _, ...values } = one.values as Record<string, RoleValue>
    // A role of the tenant's own stays, as people may hold it.
    const isEmpty = Object.keys(values).length === 0 && !('label' in one)
    return isEmpty ? [] : [{ ...one, values }]
  })
}
