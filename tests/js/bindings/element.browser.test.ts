import { provideGate, type RolegateCan } from 'rolegate/element'
import { describe, expect, it, vi } from 'vitest'
import { loaded, membership, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS, ROW } from './page.ts'
import { behaves, type Drawn, type Page } from './suite.ts'

function can(question: string, html: string, properties: Partial<RolegateCan> = {}): RolegateCan {
  const element = document.createElement('rolegate-can')
  element.question = question
  element.innerHTML = html
  return Object.assign(element, properties)
}

function draw(target: HTMLElement, { gate, act, whileDrawing }: Page): Drawn {
  const given = gate ? { gate } : {}
  for (const { id, question, record } of CONTROLS) {
    target.append(can(question, `<button id="${id}">x</button>`, { ...given, record }))
  }
  for (const control of target.querySelectorAll('button')) control.addEventListener('click', act)
  const others = '<p slot="fallback" id="instead">x</p><p slot="loading" id="waiting">x</p>'
  target.append(can('chat-settings:write', `<p id="only">x</p>${others}`, given))
  const rows = document.createElement('div')
  target.append(rows)
  whileDrawing()
  return {
    rows: async count => {
      const drawn = Array.from({ length: count }, () => can(ROW, '<button>x</button>', given))
      rows.replaceChildren(...drawn)
    },
    undraw: async () => target.replaceChildren(),
  }
}

// Before the others, as the lack of a gate is said once.
it('may be defined before the script that defines it gives a gate', async () => {
  const errors = vi.spyOn(console, 'error')
  const gate = await loaded()
  const element = can('chat-settings', '<button>x</button>')
  document.body.append(element)
  element.gate = gate
  await Promise.resolve()
  expect(errors.mock.calls).toEqual([])
  expect(element.querySelector('button')?.dataset['gateOutcome']).toBe('show')
  element.remove()
  errors.mockRestore()
})

behaves('rolegate/element', { draw, has: ['only', 'waiting', 'outside'] })

describe('an element', () => {
  it('takes the provided gate, and one of its own in its place', async () => {
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const gate = await loaded(sign({ memberships }))
    provideGate(gate.in('w1'), { reason: ({ code }) => `Because: ${code}` })
    const element = can('insights', '<button>x</button>')
    document.body.append(element)
    const button = element.querySelector('button')
    const described = () =>
      document.getElementById(button?.getAttribute('aria-describedby') ?? '')?.textContent
    expect(described()).toBe('Because: not-entitled')
    element.question = 'reports.export'
    expect(button?.dataset['gateOutcome']).toBe('hide')
    element.gate = gate.in('w2')
    expect(button?.dataset['gateOutcome']).toBe('show')
    element.gate = undefined
    element.mode = 'disable'
    expect(button?.dataset['gateOutcome']).toBe('hide')
    expect(button?.getClientRects()).toHaveLength(1)
    element.remove()
    expect(button?.outerHTML).toBe('<button>x</button>')
  })

  it('has no box of its own in another document either', async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const element = can('chat-settings', '<button>x</button>', { gate: await loaded() })
    const display = () => element.ownerDocument.defaultView?.getComputedStyle(element).display
    document.body.append(element)
    expect(display()).toBe('contents')
    frame.contentDocument?.body.append(element)
    expect(element.ownerDocument).toBe(frame.contentDocument)
    expect(display()).toBe('contents')
    document.body.append(element)
    expect(display()).toBe('contents')
    element.remove()
    frame.remove()
  })

  it('follows its content and its record', async () => {
    provideGate(await loaded())
    const record = { agent: 'u9' }
    const element = can('conversations.delete', '', { record })
    document.body.append(element)
    const late = element.appendChild(document.createElement('button'))
    await vi.waitFor(() => expect(late.dataset['gateOutcome']).toBe('disable'))
    record.agent = 'u1'
    element.refresh()
    expect(late.dataset['gateOutcome']).toBe('show')
    element.remove()
  })

  it('is defined late, and keeps what was set before', async () => {
    const element = document.createElement('div')
    element.innerHTML = '<rolegate-can question="reports.export"><button>x</button></rolegate-can>'
    const parsed = new DOMParser().parseFromString(element.innerHTML, 'text/html')
    const waiting = parsed.querySelector('rolegate-can') as RolegateCan
    // In a document without a window no element is defined.
    waiting.gate = await loaded(snapshot({ roles: ['manager'] }))
    document.body.append(waiting)
    expect(Object.hasOwn(waiting, 'gate')).toBe(false)
    expect(waiting.querySelector('button')?.dataset['gateOutcome']).toBe('show')
    waiting.remove()
  })
})
