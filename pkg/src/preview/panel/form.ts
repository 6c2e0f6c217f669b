import type { Level } from '../../index.ts'
import { includedIn } from '../catalog.ts'
import { element, fill, labelled } from './elements.ts'
import { editSection, newRoleSection, roleSection } from './roles.ts'
import { checks, type FormContext, listSection, type Section, wide } from './section.ts'
import { said } from './texts.ts'
import { levelsOf, withoutValue, withValue } from './values.ts'

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
    ...(isEditable || catalog.custom_roles ? [editSection(context)] : []),
    ...(catalog.custom_roles ? [newRoleSection(context)] : []),
  ]
  return {
    nodes: sections.map(({ node }) => node),
    update: () => {
      for (const section of sections) section.update()
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
  return listSection(texts.groups, context, rows, {
    controls: [labelled(texts.group, input), options],
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
  const permission = wide(labelled(texts.permission, permissions))
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
