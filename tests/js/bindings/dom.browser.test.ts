import { bind } from 'rolegate/dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { empty, loaded, membership, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS, ROW } from './page.ts'
import { behaves, counted, type Drawn, type Page } from './suite.ts'

/** A button of the page, as it stands in HTML. */
const button = (id: string, question: string, record?: object): string =>
  `<button id="${id}" data-gate="${question}"${record ? ` data-gate-record='${JSON.stringify(record)}'` : ''}>x</button>`

function draw(target: HTMLElement, { gate, act, whileDrawing }: Page): Drawn {
  target.innerHTML = `
    ${CONTROLS.map(({ id, question, record }) => button(id, question, record)).join('')}
    <p id="only" data-gate="chat-settings:write" data-gate-fallback="instead">x</p>
    <p id="instead">x</p>
    <div class="rows"></div>`
  for (const control of target.querySelectorAll('button')) control.addEventListener('click', act)
  if (gate === undefined) throw new Error('a page is bound to a gate')
  const { unbind } = bind(gate, target)
  whileDrawing()
  const rows = target.querySelector('.rows') as HTMLElement
  return {
    rows: async count => {
      rows.innerHTML = button('row', ROW).replace(' id="row"', '').repeat(count)
    },
    undraw: async () => {
      unbind()
      target.textContent = ''
    },
  }
}

behaves('rolegate/dom', { draw, has: ['only'] })

describe('a page that follows a gate', () => {
  let undo: () => void = () => {}
  const page = (html: string): HTMLElement => {
    const main = document.createElement('main')
    main.innerHTML = html
    document.body.append(main)
    undo = () => main.remove()
    return main
  }
  afterEach(() => undo())

  it('gives everything back as it was', async () => {
    const main = page(`
      <p id="hint">A hint.</p>
      <button data-gate="insights" aria-describedby="hint" aria-disabled="false">x</button>
      <button data-gate="reports.export" style="color: red; display: flex">x</button>
      <button data-gate="reports.export">x</button>
      <button data-gate="chat-settings:write" data-gate-fallback="instead">x</button>
      <p id="instead" hidden>x</p>`)
    const before = document.body.innerHTML
    const { unbind } = bind(await loaded(snapshot({ roles: ['agent'] })), main)
    const [insights, exported] = main.querySelectorAll('button')
    expect(insights?.getAttribute('aria-describedby')).toMatch(/^hint rolegate-reason-\d+$/)
    expect(exported?.getClientRects()).toHaveLength(0)
    expect(main.querySelector('#instead')?.getClientRects()).toHaveLength(1)
    expect(document.body.innerHTML).not.toBe(before)
    unbind()
    expect(document.body.innerHTML).toBe(before)
  })

  it('keeps what the page changes meanwhile', async () => {
    const main = page('<button data-gate="insights">x</button>')
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const { unbind } = bind(gate, main)
    const control = main.querySelector('button')
    // As a library does that writes what the server has rendered over the page.
    control?.removeAttribute('aria-disabled')
    await vi.waitFor(() => expect(control?.getAttribute('aria-disabled')).toBe('true'))
    control?.setAttribute('class', 'wide')
    unbind()
    expect(main.innerHTML).toBe('<button data-gate="insights" class="wide">x</button>')
  })

  it('follows the page: questions, records, what comes and what goes', async () => {
    const main = page('<button data-gate="reports.export">x</button>')
    const { unbind } = bind(await loaded(snapshot({ roles: ['agent'] })), main)
    const control = main.querySelector('button') as HTMLElement
    const outcome = (expected: string | undefined, element: HTMLElement = control) =>
      vi.waitFor(() => expect(element.dataset['gateOutcome']).toBe(expected))
    await outcome('hide')
    control.dataset['gate'] = 'conversations.delete'
    await outcome('hide')
    control.dataset['gateRecord'] = '{"agent":"u9"}'
    await outcome('disable')
    control.dataset['gateRecord'] = '{"agent":"u1"}'
    await outcome('show')
    delete control.dataset['gate']
    await outcome(undefined)
    control.dataset['gate'] = 'insights'
    await outcome('upsell')
    control.remove()
    await outcome(undefined)
    const holder = document.createElement('div')
    holder.append(control)
    main.append(holder)
    await outcome('upsell')
    unbind()
    await outcome(undefined)
  })

  it('finds records by name, and asks again when they have changed', async () => {
    const main = page('<button data-gate="conversations.delete" data-gate-record="c1">x</button>')
    const conversations = new Map([['c1', { agent: 'u9' }]])
    const { refresh, unbind } = bind(await loaded(), main, {
      record: name => conversations.get(name),
    })
    const control = main.querySelector('button')
    expect(control?.dataset['gateOutcome']).toBe('disable')
    conversations.set('c1', { agent: 'u1' })
    refresh()
    expect(control?.dataset['gateOutcome']).toBe('show')
    unbind()
  })

  it('hides or disables as the attribute says', async () => {
    const main = page(`
      <button data-gate="insights" data-gate-mode="hide">x</button>
      <button data-gate="reports.export" data-gate-mode="disable">x</button>`)
    const { unbind } = bind(await loaded(), main)
    const [insights, exported] = main.querySelectorAll('button')
    expect(insights?.hidden).toBe(true)
    expect(exported?.hidden).toBe(false)
    expect(exported?.getAttribute('aria-disabled')).toBe('true')
    unbind()
  })

  it('asks in the workspace that an element or one around it names', async () => {
    const main = page(`
      <button data-gate="reports.export">x</button>
      <div data-gate-in="w2"><button data-gate="reports.export">x</button></div>`)
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const { gate } = counted(await loaded(sign({ memberships })))
    const { unbind } = bind(gate, main)
    const outcomes = () =>
      [...main.querySelectorAll('button')].map(control => control.dataset['gateOutcome'])
    expect(outcomes()).toEqual(['hide', 'show'])
    main.querySelector('div')?.setAttribute('data-gate-in', 'w1')
    await vi.waitFor(() => expect(outcomes()).toEqual(['hide', 'hide']))
    unbind()
  })

  it('describes a disabled control in the words of the app', async () => {
    const main = page('<button data-gate="insights">x</button>')
    const gate = await loaded()
    const { unbind } = bind(gate, main, { reason: ({ code }) => `Because: ${code}` })
    const id = main.querySelector('button')?.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(id)?.textContent).toBe('Because: not-entitled')
    // As a library does that writes what the server has rendered over the page.
    document.getElementById(id)?.remove()
    main.querySelector('button')?.removeAttribute('aria-describedby')
    await vi.waitFor(() =>
      expect(document.getElementById(id)?.textContent).toBe('Because: not-entitled'),
    )
    expect(main.querySelector('button')?.getAttribute('aria-describedby')).toBe(id)
    unbind()
    expect(document.getElementById(id)).toBe(null)
  })

  it.each<[string, string, (main: HTMLElement) => Event]>([
    ['a key on a list', '<select><option>1<option>2</select>', () => key('ArrowDown')],
    [
      'a press on a list',
      '<select><option>1<option>2</select>',
      () => event(MouseEvent, 'mousedown'),
    ],
    ['a key on a time', '<input type="time">', () => key('ArrowUp')],
    ['a key on a month', '<input type="month">', () => key('5')],
    ['a key on a week', '<input type="week">', () => key('ArrowDown')],
    ['a key on a date', '<input type="datetime-local">', () => key('ArrowUp')],
    [
      'a key on what is a button by its role',
      '<i role="button" tabindex="0">x</i>',
      () => key('Enter'),
    ],
    ['a blank on such a button', '<i role="button" tabindex="0">x</i>', () => key(' ')],
    ['a dropped file', '<input type="file">', () => event(DragEvent, 'drop')],
    ['writing', '<input>', () => event(InputEvent, 'beforeinput')],
    ['sending a form', '<form></form>', () => event(SubmitEvent, 'submit')],
    ['another button of the mouse', '<a href="/">x</a>', () => event(MouseEvent, 'auxclick')],
  ])('refuses %s', async (_, html, make) => {
    const main = page(html.replace(/<(\w+)/, '<$1 data-gate="insights"'))
    const { unbind } = bind(await loaded(), main)
    const used = make(main)
    main.firstElementChild?.dispatchEvent(used)
    expect(used.defaultPrevented).toBe(true)
    for (const way of ['Tab', 'Shift', 'Escape']) {
      const leaving = key(way)
      main.firstElementChild?.dispatchEvent(leaving)
      expect(leaving.defaultPrevented).toBe(false)
    }
    unbind()
  })

  it('refuses a press on what is in a list', async () => {
    const main = page('<select multiple data-gate="insights"><option>1<option>2</select>')
    const { unbind } = bind(await loaded(), main)
    const used = event(MouseEvent, 'mousedown')
    main.querySelector('option')?.dispatchEvent(used)
    expect(used.defaultPrevented).toBe(true)
    unbind()
  })

  it('takes no member of a prototype for its own', async () => {
    const main = page('<button data-gate="insights">x</button>')
    const control = main.querySelector('button')
    Object.defineProperty(Object.prototype, 'aria-busy', { value: 'true', configurable: true })
    try {
      const gate = empty()
      const { unbind } = bind(gate, main)
      expect(control?.getAttribute('aria-busy')).toBe('true')
      await gate.load(await snapshot({ roles: ['agent'] }))
      await vi.waitFor(() => expect(control?.dataset['gateOutcome']).toBe('upsell'))
      expect(control?.hasAttribute('aria-busy')).toBe(false)
      unbind()
    } finally {
      Reflect.deleteProperty(Object.prototype, 'aria-busy')
    }
  })

  it('shows again what it has hidden, under a policy that allows no styles', async () => {
    const main = page('<iframe></iframe>')
    const frame = main.querySelector('iframe') as HTMLIFrameElement
    const arrived = new Promise(resolve => frame.addEventListener('load', resolve))
    frame.srcdoc = `<meta http-equiv="content-security-policy" content="style-src 'none'">
      <button data-gate="reports.export">x</button>`
    await arrived
    const control = frame.contentDocument?.querySelector('button') as HTMLElement
    // As scripts may.
    control.style.width = '50px'
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const { unbind } = bind(gate, frame.contentDocument as Document)
    expect(control.getClientRects()).toHaveLength(0)
    await gate.load(await snapshot({ roles: ['manager'] }, { seq: 2 }))
    await vi.waitFor(() => expect(control.getClientRects()).toHaveLength(1))
    expect(control.style.width).toBe('50px')
    unbind()
  })

  it('refuses what is in a denied element', async () => {
    const main = page('<section data-gate="insights"><button>x</button></section>')
    const act = vi.fn()
    main.querySelector('button')?.addEventListener('click', act, { capture: true })
    const { unbind } = bind(await loaded(), main)
    main.querySelector('button')?.click()
    expect(act).not.toHaveBeenCalled()
    unbind()
    main.querySelector('button')?.click()
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('works in a shadow tree', async () => {
    const main = page('')
    const tree = main.attachShadow({ mode: 'open' })
    tree.innerHTML = '<button data-gate="insights">x</button>'
    const { unbind } = bind(await loaded(), tree)
    const id = tree.querySelector('button')?.getAttribute('aria-describedby') ?? ''
    expect(tree.getElementById(id)?.textContent).toBe('not entitled')
    unbind()
    expect(tree.innerHTML).toBe('<button data-gate="insights">x</button>')
  })

  it('may be bound by several gates, of which the last counts until it is unbound', async () => {
    const main = page('<section><button data-gate="insights">x</button></section>')
    const control = main.querySelector('button') as HTMLElement
    const section = main.querySelector('section') as HTMLElement
    const outcome = (expected: string | undefined) =>
      vi.waitFor(() => expect(control.dataset['gateOutcome']).toBe(expected))
    const agent = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const outer = bind(agent, main)
    const again = bind(agent, main)
    const inner = bind(empty(), section)
    await outcome('loading')
    control.removeAttribute('aria-disabled')
    await vi.waitFor(() => expect(control.getAttribute('aria-disabled')).toBe('true'))
    await agent.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    await outcome('loading')
    inner.unbind()
    await outcome('show')
    outer.unbind()
    await outcome('show')
    again.unbind()
    expect(main.innerHTML).toBe('<section><button data-gate="insights">x</button></section>')
  })

  it('shows every control, also where the app has no words for one', async () => {
    const problems = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {})
    const main = page(`
      <button data-gate="insights">x</button>
      <button data-gate="reports.export">x</button>`)
    const { unbind } = bind(await loaded(snapshot({ roles: ['agent'] })), main, {
      reason: () => {
        throw new Error('no words')
      },
    })
    const [insights, exported] = main.querySelectorAll('button')
    const id = insights?.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(id)?.textContent).toBe('not entitled')
    expect(exported?.hidden).toBe(true)
    expect(problems.mock.calls).toMatchObject([[{ message: 'no words' }]])
    problems.mockRestore()
    unbind()
  })

  it('says once what is wrong in the page, and denies', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const wrong = `
      <button data-gate="conversations.delete" data-gate-record="c1">x</button>
      <button data-gate="insights" data-gate-mode="grey" data-gate-fallback="nowhere">x</button>`
    const main = page(wrong + wrong)
    const { unbind } = bind(empty(), main)
    expect(main.querySelectorAll('[aria-disabled]')).toHaveLength(4)
    const messages = errors.mock.calls.map(([message]) => `${message}`)
    errors.mockRestore()
    expect(messages).toEqual([
      expect.stringContaining('rolegate: `data-gate-record="c1"` gives no record: SyntaxError'),
      'rolegate: `data-gate-fallback="nowhere"` names no element',
      'rolegate: `data-gate-mode="grey"` is neither `hide` nor `disable`',
    ])
    unbind()
  })
})

function event<E extends Event>(kind: new (type: string, init: EventInit) => E, type: string): E {
  return new kind(type, { bubbles: true, cancelable: true })
}

function key(name: string): KeyboardEvent {
  return new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })
}
