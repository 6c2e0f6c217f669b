import { createElement as h, type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { addons, types, useChannel, useGlobals, useParameter } from 'storybook/manager-api'
import type { Step } from '../index.ts'
import { ASK, ASKED, type Asked, type Told } from './asked.ts'
import { type Choice, type Choices, GLOBALS, globalOf, idsIn, PARAMETER } from './globals.ts'

const ID = 'rolegate'

/**
 * Adds the panel to Storybook: who looks at a story, what it has asked, and why it was answered so. Storybook
 * finds the entry by the name of the addon, `rolegate/storybook`.
 */
export function registerPanel(): void {
  addons.register(ID, () => {
    addons.add(`${ID}/panel`, {
      type: types.PANEL,
      title: 'Permissions',
      paramKey: 'rolegate',
      render: ({ active }) => (active ? h(Panel) : null),
    })
  })
}

// In the colours of Storybook's theme, whichever it is.
const LINE = '1px solid color-mix(in srgb, currentColor 25%, transparent)'
const CELL = { padding: '8px 16px 8px 0' }
const BUTTON = {
  minHeight: 28,
  padding: '2px 10px',
  border: LINE,
  borderRadius: 4,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
}

function Panel(): ReactElement {
  const choices = useParameter<Choices>(PARAMETER)
  const [{ person, asked }, setTold] = useState<Told>({ person: {}, asked: [] })
  const emit = useChannel({ [ASKED]: setTold as (value: never) => void })
  // The story may have asked before the panel was opened.
  useEffect(() => emit(ASK), [emit])
  if (!choices) {
    return h('p', { style: { padding: 16 } }, 'This story has no gate: `gateStories` gives it one.')
  }
  return h(
    'div',
    { style: { padding: 16, display: 'grid', gap: 16, fontSize: 14 } },
    h(Checks, { title: 'Roles', global: GLOBALS.roles, choices: choices.roles, person }),
    h(Checks, { title: 'Plan and add-ons', global: GLOBALS.plan, choices: choices.plan, person }),
    h(Questions, { asked }),
  )
}

interface ChecksProps {
  readonly title: string
  readonly global: string
  readonly choices: readonly Choice[]
  readonly person: Told['person']
}

/** Any number of ids of a global, which the toolbar sets to one. */
function Checks({ title, global, choices, person }: ChecksProps): ReactElement | null {
  const [globals, update] = useGlobals()
  if (choices.length === 0) return null
  const chosen = idsIn(globals[global])
  const held = chosen ?? person[global] ?? []
  const toggle = (id: string) => {
    const ids = choices.map(choice => choice.id)
    update({ [global]: globalOf(ids.filter(one => (one === id) !== held.includes(one))) })
  }
  return h(
    'fieldset',
    { style: { border: 0, margin: 0, padding: 0 } },
    h('legend', { style: { fontWeight: 600, padding: 0 } }, title),
    h(
      'div',
      { style: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' } },
      ...choices.map(({ id, label }) =>
        h(
          'label',
          { key: id, style: { display: 'flex', gap: 6, alignItems: 'center', minHeight: 28 } },
          h('input', {
            type: 'checkbox',
            checked: held.includes(id),
            onChange: () => toggle(id),
          }),
          label,
        ),
      ),
      chosen
        ? h(
            'button',
            { type: 'button', style: BUTTON, onClick: () => update({ [global]: '' }) },
            'Back to the story',
          )
        : h('em', {}, 'as the story says'),
    ),
  )
}

/** What the story has asked, and why it was answered so. */
function Questions({ asked }: { readonly asked: readonly Asked[] }): ReactElement {
  if (asked.length === 0)
    return h('p', { style: { margin: 0 } }, 'The story has asked nothing yet.')
  const cell = (content: ReactNode) =>
    h('td', { style: { ...CELL, borderTop: LINE, verticalAlign: 'top' } }, content)
  const head = ['Question', 'Answer', 'Why'].map(name =>
    h('th', { key: name, scope: 'col', style: { ...CELL, textAlign: 'start' } }, name),
  )
  return h(
    'table',
    { style: { borderCollapse: 'collapse', maxWidth: 900, width: '100%' } },
    h('thead', {}, h('tr', {}, ...head)),
    h(
      'tbody',
      {},
      ...asked.map(({ question, workspace, record, decision, reason, trace }) =>
        h(
          'tr',
          { key: JSON.stringify([question, workspace, record]) },
          cell([
            h('code', { key: 'question' }, question),
            workspace && h('div', { key: 'workspace' }, `in ${workspace}`),
            record && h('div', { key: 'record' }, h('small', {}, record)),
          ]),
          cell(`${decision.allowed ? '✓ yes' : '✗ no'}, ${decision.outcome}`),
          cell([
            reason && h('div', { key: 'reason' }, reason),
            h('small', { key: 'trace' }, trace.map(stepText).join(' → ')),
          ]),
        ),
      ),
    ),
  )
}

function stepText(step: Step): string {
  switch (step.step) {
    case 'role':
      return `role ${step.role}: ${step.value}${step.if ? ` if ${step.if.join(' or ')}` : ''}`
    case 'layer':
      return `layer ${step.from}: ${step.value}${step.wins ? '' : ' (another is nearer)'}`
    case 'part':
      return `${step.permission}: ${step.value}`
    case 'relation':
      return `${step.relation}: ${step.holds ? 'yes' : 'no'}`
    case 'value':
      return `so far: ${step.value}`
    case 'prerequisite':
      return `needs ${step.permission} ${step.atLeast}: ${step.holds ? 'held' : 'not held'}`
    case 'filter':
      return `filters: ${step.passes ? 'passed' : 'not passed'}`
    case 'entitlement':
      return `plan ${step.anyOf.join(' or ')}: ${step.holds ? 'included' : 'not included'}`
  }
}
