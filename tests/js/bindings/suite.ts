// What every binding must do, whatever the framework. A test file describes how its framework draws the
// page below, and `behaves` looks at what a person would see.

import type { Gate, GateView } from 'rolegate'
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { Clock, empty, loaded, noon, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS } from './page.ts'

/**
 * The page: a control for each of `CONTROLS`, in an element with the id of its question; for
 * `chat-settings:write` one of the elements `#only`, `#instead` and `#waiting`, as it is allowed, denied
 * or not decided; and with hooks, `#state`, `#can` (`insights`), `#outcome` (`insights`) and `#count`, how
 * many of `CONVERSATIONS` may be deleted. Of `ROWS` further controls, `Drawn.rows` says how many there
 * are.
 */
export interface Page {
  /** Without one, nothing is provided. */
  readonly gate: GateView | undefined
  /** What every control does. */
  readonly act: () => void
  /** Called when the page is there, before anything of it follows the gate if the framework allows. */
  readonly whileDrawing: () => void
}

export interface Drawn {
  /** Draws that many more controls, in place of those before. */
  rows(count: number): Promise<unknown>
  /** Takes the page away. */
  undraw(): Promise<unknown>
}

export interface Binding {
  readonly draw: (target: HTMLElement, page: Page) => Promise<Drawn> | Drawn
  /** What the binding has: `only` is a part that is drawn or not, `outside` a page without a gate. */
  readonly has: readonly ('hooks' | 'only' | 'waiting' | 'outside')[]
}

const manager = { roles: ['manager'] }
const agent = { roles: ['agent'] }
const prime = { entitlements: ['prime'] }

/** The gate, and how many listeners it has. */
export function counted(gate: Gate): { gate: Gate; listeners: () => number } {
  let count = 0
  const subscribe: Gate['subscribe'] = listener => {
    const remove = gate.subscribe(listener)
    let isOn = true
    count += 1
    return () => {
      if (isOn) count -= 1
      isOn = false
      remove()
    }
  }
  const counting = Object.create(gate, { subscribe: { value: subscribe } })
  return { gate: Object.freeze(counting), listeners: () => count }
}

/** Runs the suite against a binding. */
export function behaves(name: string, { draw, has }: Binding): void {
  let target: HTMLElement
  let drawn: Drawn | undefined
  let errors: MockInstance<typeof console.error>
  const acted = vi.fn()

  beforeEach(() => {
    target = document.createElement('main')
    document.body.append(target)
    errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    acted.mockClear()
  })
  afterEach(async () => {
    await drawn?.undraw()
    drawn = undefined
    target.remove()
    const said = errors.mock.calls
    errors.mockRestore()
    expect(said).toEqual([])
  })

  const page = async (gate: GateView | undefined, whileDrawing = () => {}): Promise<Drawn> => {
    drawn = await draw(target, { gate, act: acted, whileDrawing })
    return drawn
  }
  const part = (id: string) => target.querySelector<HTMLElement>(`#${id}`)
  /** What is seen of an element. */
  const seen = (id: string): string => {
    const element = part(id)
    if (!element || element.getClientRects().length === 0) return 'hidden'
    return element.getAttribute('aria-disabled') === 'true' ? 'disabled' : 'shown'
  }
  const expectSeen = (expected: Readonly<Record<string, string>>) =>
    vi.waitFor(() => {
      const ids = Object.keys(expected)
      expect(Object.fromEntries(ids.map(id => [id, seen(id)]))).toEqual(expected)
    })
  const said = (id: string) => part(id)?.textContent?.trim()

  const forManager = { export: 'shown', 'delete-mine': 'shown', 'delete-other': 'shown' }
  const forAgent = {
    export: 'hidden',
    insights: 'disabled',
    'delete-mine': 'shown',
    'delete-other': 'disabled',
  }
  const undecided = Object.fromEntries(CONTROLS.map(({ id }) => [id, 'disabled']))

  describe(name, () => {
    it('shows what is allowed, disables and hides what is not', async () => {
      await page(await loaded(snapshot(agent)))
      await expectSeen(forAgent)
      part('delete-mine')?.click()
      expect(acted).toHaveBeenCalledTimes(1)
    })

    it('disables so that everybody can find the control and hear why', async () => {
      await page(await loaded(snapshot(agent)))
      await expectSeen(forAgent)
      const control = part('insights')
      control?.focus()
      expect(document.activeElement).toBe(control)
      expect(control?.hasAttribute('disabled')).toBe(false)
      expect(control?.dataset['gateOutcome']).toBe('upsell')
      expect(description(control)).toBe('not entitled')
    })

    it('hides what a style sheet of the page would show', async () => {
      const style = document.head.appendChild(document.createElement('style'))
      style.textContent = 'button { display: flex }'
      await page(await loaded(snapshot(agent, { seq: 1 })))
      await expectSeen(forAgent)
      style.remove()
    })

    it('has no answer before a snapshot is loaded', async () => {
      await page(empty())
      await expectSeen(undecided)
      expect(part('export')?.getAttribute('aria-busy')).toBe('true')
      part('export')?.click()
      expect(acted).not.toHaveBeenCalled()
    })

    it('follows changes', async () => {
      const gate = empty()
      await page(gate)
      await gate.load(await snapshot(agent, { seq: 1 }))
      await expectSeen(forAgent)
      await gate.load(await snapshot(agent, { seq: 2, ...prime }))
      await expectSeen({ ...forAgent, insights: 'shown' })
      expect(part('insights')?.hasAttribute('aria-busy')).toBe(false)
      expect(description(part('insights'))).toBe('')
      await gate.load(await snapshot(manager, { seq: 3 }))
      await expectSeen(forManager)
      gate.clear()
      await expectSeen(undecided)
    })

    it('notices what changes while it is drawn', async () => {
      const gate = await loaded(snapshot(manager))
      await page(gate, () => gate.clear())
      await expectSeen(undecided)
    })

    it('follows a switch to another person', async () => {
      const gate = await loaded(snapshot(manager))
      await page(gate)
      await expectSeen(forManager)
      gate.clear()
      await gate.load(await snapshot(agent, { sub: 'u9', seq: 1 }))
      await expectSeen({ ...forAgent, 'delete-mine': 'disabled', 'delete-other': 'shown' })
    })

    it('has no answer any more once the gate is disposed of', async () => {
      const gate = await loaded(snapshot(manager))
      await page(gate)
      await expectSeen(forManager)
      gate.dispose()
      await expectSeen(undecided)
      part('export')?.click()
      expect(acted).not.toHaveBeenCalled()
    })

    it('asks again at the time of the click, and says why not', async () => {
      const clock = new Clock()
      const gate = await loaded(snapshot(manager), { now: clock.now })
      await page(gate)
      await expectSeen(forManager)
      const denied = vi.fn()
      target.addEventListener('rolegate-denied', event =>
        denied((event as CustomEvent).detail, event.target),
      )
      // Nobody is told of this: no timer has gone off yet.
      clock.time = noon + 4000
      const control = part('delete-mine')
      control?.click()
      expect(acted).not.toHaveBeenCalled()
      const question = 'conversations.delete'
      const decision = gate.decide(question, { agent: 'u1' })
      expect(decision.code).toBe('expired')
      expect(denied.mock.calls).toEqual([
        [{ question, record: { agent: 'u1' }, decision }, control],
      ])
    })

    it('lets nothing through to listeners around a denied control', async () => {
      await page(await loaded(snapshot(agent)))
      await expectSeen(forAgent)
      const outer = vi.fn()
      target.addEventListener('click', outer)
      part('insights')?.click()
      expect(outer).not.toHaveBeenCalled()
    })

    it('sends no form by a denied control, whoever presses it', async () => {
      await page(await loaded(snapshot(agent)))
      await expectSeen(forAgent)
      const controls = ['insights', 'delete-mine'].map(id => part(id) as HTMLButtonElement)
      const form = target.appendChild(document.createElement('form'))
      form.id = 'form'
      for (const control of controls) {
        control.type = 'submit'
        control.setAttribute('form', 'form')
      }
      const [denied, allowed] = controls
      const sent = vi.fn((event: Event) => event.preventDefault())
      const said = vi.fn()
      form.addEventListener('submit', sent)
      target.addEventListener('rolegate-denied', event => said(event.target))
      form.requestSubmit(denied)
      expect(sent).not.toHaveBeenCalled()
      expect(said.mock.calls).toEqual([[denied]])
      form.requestSubmit(allowed)
      expect(sent).toHaveBeenCalledOnce()
      form.remove()
    })

    it('refuses every key of what is a button by its role, and says why once', async () => {
      await page(await loaded(snapshot(agent)))
      await expectSeen(forAgent)
      const control = part('insights')
      control?.setAttribute('role', 'button')
      const [heard, said] = [vi.fn(), vi.fn()]
      for (const type of ['keydown', 'keyup']) {
        control?.addEventListener(type, event => heard((event as KeyboardEvent).key))
      }
      target.addEventListener('rolegate-denied', said)
      for (const key of ['Shift', 'Tab', ' ']) {
        for (const type of ['keydown', 'keyup']) {
          control?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))
        }
      }
      expect(heard.mock.calls).toEqual([['Shift'], ['Shift'], ['Tab'], ['Tab']])
      expect(said).toHaveBeenCalledOnce()
    })

    it('leaves no listener behind', async () => {
      const { gate, listeners } = counted(await loaded(snapshot(agent)))
      const { undraw } = await page(gate)
      await expectSeen(forAgent)
      await vi.waitFor(() => expect(listeners()).toBeGreaterThan(0))
      await undraw()
      drawn = undefined
      await vi.waitFor(() => expect(listeners()).toBe(0))
      gate.clear()
    })

    it('leaves nothing behind of 10,000 controls that came and went', async () => {
      const { gate, listeners } = counted(await loaded(snapshot(agent)))
      const { rows } = await page(gate)
      await expectSeen(forAgent)
      await vi.waitFor(() => expect(listeners()).toBeGreaterThan(0))
      const before = { listeners: listeners(), elements: document.querySelectorAll('*').length }
      for (let round = 0; round < 4; round += 1) {
        await rows(2500)
        await vi.waitFor(() =>
          expect(target.querySelectorAll('[data-gate-outcome="show"]').length).toBeGreaterThan(
            2500,
          ),
        )
        await rows(0)
      }
      await vi.waitFor(() => {
        const elements = document.querySelectorAll('*').length
        expect({ listeners: listeners(), elements }).toEqual(before)
      })
    })

    if (has.includes('only')) {
      it('draws a part where it is allowed, and another in its place', async () => {
        const gate = await loaded(snapshot(manager, { seq: 1 }))
        await page(gate)
        await expectSeen({ only: 'shown', instead: 'hidden' })
        await gate.load(await snapshot(agent, { seq: 2 }))
        await expectSeen({ only: 'hidden', instead: 'shown' })
      })
    }

    if (has.includes('waiting')) {
      it('draws a third while nothing is decided', async () => {
        const gate = empty()
        await page(gate)
        await expectSeen({ only: 'hidden', instead: 'hidden', waiting: 'shown' })
        await gate.load(await sign())
        await expectSeen({ only: 'hidden', instead: 'shown', waiting: 'hidden' })
      })
    }

    if (has.includes('hooks')) {
      it('answers components, for one question and for all', async () => {
        const gate = empty()
        await page(gate)
        const answers = () => ['state', 'can', 'outcome', 'count'].map(said)
        await vi.waitFor(() => expect(answers()).toEqual(['empty', 'false', 'loading', '0']))
        await gate.load(await snapshot(agent, { seq: 1 }))
        await vi.waitFor(() => expect(answers()).toEqual(['ready', 'false', 'upsell', '2']))
        await gate.load(await snapshot(manager, { seq: 2, ...prime }))
        await vi.waitFor(() => expect(answers()).toEqual(['ready', 'true', 'show', '3']))
      })
    }

    if (has.includes('outside')) {
      it('denies everything without a gate, and says so once', async () => {
        for (let visit = 0; visit < 2; visit += 1) {
          const { undraw } = await page(undefined)
          await expectSeen(undecided)
          part('export')?.click()
          expect(acted).not.toHaveBeenCalled()
          await vi.waitFor(() => expect(errors).toHaveBeenCalled())
          await undraw()
          drawn = undefined
        }
        const messages = errors.mock.calls
        errors.mockClear()
        expect(messages).toEqual([
          [expect.stringContaining('rolegate: a component found no gate, so everything is denied')],
        ])
      })
    }
  })
}

/** How assistive technology describes an element. */
function description(element: HTMLElement | null): string {
  const ids = element?.getAttribute('aria-describedby')?.split(' ') ?? []
  if (ids.length === 0) return element?.getAttribute('aria-description') ?? ''
  return ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
}
