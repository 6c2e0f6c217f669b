import {
  Can,
  gatePlugin,
  provideGate,
  useCan,
  useDecision,
  useGate,
  useGateState,
  vCan,
} from 'rolegate/vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type App,
  type Component,
  createApp,
  createSSRApp,
  defineComponent,
  h,
  nextTick,
  onMounted,
  reactive,
  ref,
  vShow,
  withDirectives,
} from 'vue'
import { loaded, membership, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS, CONVERSATIONS, ROW } from './page.ts'
import { behaves, type Drawn, type Page } from './suite.ts'

interface ControlProps {
  question: string
  record?: object | undefined
  id?: string
  act?: () => void
}

const Control = defineComponent(
  ({ id, question, record, act }: ControlProps) =>
    () =>
      withDirectives(h('button', { id, type: 'button', onClick: act }, 'x'), [
        [vCan, record ? [question, record] : question],
      ]),
  { props: ['question', 'record', 'id', 'act'] },
)

const Answers = defineComponent(() => {
  const gate = useGate()
  const answers = {
    state: useGateState(),
    can: useCan('insights'),
    outcome: useDecision('insights'),
  }
  return () => [
    h('p', { id: 'state' }, answers.state.value),
    h('p', { id: 'can' }, `${answers.can.value}`),
    h('p', { id: 'outcome' }, answers.outcome.value.outcome),
    h('p', { id: 'count' }, gate.value.filter('conversations.delete', CONVERSATIONS).length),
  ]
})

function draw(target: HTMLElement, { gate, act, whileDrawing }: Page): Drawn {
  const rows = ref(0)
  const p = (id: string) => () => h('p', { id }, 'x')
  const Content = defineComponent(() => {
    onMounted(whileDrawing)
    return () => [
      CONTROLS.map(control => h(Control, { ...control, act })),
      h(
        Can,
        { question: 'chat-settings:write' },
        { default: p('only'), fallback: p('instead'), loading: p('waiting') },
      ),
      h(Answers),
      Array.from({ length: rows.value }, () => h(Control, { question: ROW })),
    ]
  })
  const app = createApp(Content)
  if (gate) app.use(gatePlugin, { gate })
  app.mount(target)
  return {
    rows: count => {
      rows.value = count
      return nextTick()
    },
    undraw: async () => app.unmount(),
  }
}

behaves('rolegate/vue', { draw, has: ['hooks', 'only', 'waiting', 'outside'] })

describe('components of Vue', () => {
  let app: App | undefined
  let target: HTMLElement
  const place = (html = '') => {
    target = document.body.appendChild(document.createElement('main'))
    target.innerHTML = html
    return target
  }
  afterEach(() => {
    app?.unmount()
    target.remove()
  })

  it('render again only where the answer is another one', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const renders: string[] = []
    const one = (question: string): Component =>
      defineComponent(() => {
        const decision = useDecision(question)
        return () => {
          renders.push(question)
          return decision.value.code
        }
      })
    app = createApp(() => ['reports.export', 'insights'].map(name => h(one(name))))
    app.use(gatePlugin, { gate }).mount(place())
    renders.length = 0
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    await nextTick()
    expect(target.textContent).toBe('not-grantedgranted')
    expect(renders).toEqual(['insights'])
  })

  it('ask again when the question, or a reactive record, changes', async () => {
    const conversation = reactive({ agent: 'u9' })
    const question = ref('conversations.delete')
    app = createApp(
      defineComponent(() => {
        const decision = useDecision(question, () => conversation)
        return () =>
          withDirectives(h('button', { type: 'button' }, decision.value.outcome), [
            [vCan, [question.value, { ...conversation }]],
          ])
      }),
    )
    app.use(gatePlugin, { gate: await loaded() }).mount(place())
    const control = target.querySelector('button')
    expect([control?.textContent, control?.dataset['gateOutcome']]).toEqual(['disable', 'disable'])
    conversation.agent = 'u1'
    await nextTick()
    expect([control?.textContent, control?.dataset['gateOutcome']]).toEqual(['show', 'show'])
    question.value = 'insights'
    await nextTick()
    expect([control?.textContent, control?.dataset['gateOutcome']]).toEqual(['upsell', 'upsell'])
  })

  it('stay hidden where `v-show` shows them', async () => {
    const isShown = ref(true)
    app = createApp(() =>
      withDirectives(h('button', { type: 'button', style: 'display: flex' }), [
        [vCan, 'reports.export'],
        [vShow, isShown.value],
      ]),
    )
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    app.use(gatePlugin, { gate }).mount(place())
    const control = target.querySelector('button')
    for (const value of [false, true]) {
      isShown.value = value
      await nextTick()
      await vi.waitFor(() => expect(control?.getClientRects()).toHaveLength(0))
    }
    await gate.load(await snapshot({ roles: ['manager'] }, { seq: 2 }))
    await vi.waitFor(() => expect(control?.style.display).toBe('flex'))
  })

  it('ask the nearest gate', async () => {
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const gate = await loaded(sign({ memberships }))
    const Inner = defineComponent(() => {
      const can = useCan('reports.export')
      return () =>
        withDirectives(h('button', { type: 'button' }, `${can.value}`), [[vCan, 'reports.export']])
    })
    const Outer = defineComponent(() => {
      provideGate(gate.in('w2'))
      return () => h(Inner)
    })
    app = createApp(() => [h(Inner), h(Outer)])
    app.use(gatePlugin, { gate: gate.in('w1') }).mount(place())
    const shown = [...target.querySelectorAll('button')].map(({ textContent, dataset }) => [
      textContent,
      dataset['gateOutcome'],
    ])
    expect(shown).toEqual([
      ['false', 'hide'],
      ['true', 'show'],
    ])
  })

  it('hide or disable as the modifier says', async () => {
    app = createApp(() => [
      withDirectives(h('a', 'x'), [[vCan, 'insights', '', { hide: true }]]),
      withDirectives(h('a', 'x'), [[vCan, 'reports.export', '', { disable: true }]]),
    ])
    app.use(gatePlugin, { gate: await loaded() }).mount(place())
    const [insights, exported] = target.querySelectorAll('a')
    expect(insights?.hidden).toBe(true)
    expect(exported?.dataset['gateOutcome']).toBe('hide')
    expect(exported?.getAttribute('aria-disabled')).toBe('true')
  })

  it('take over what a server has rendered', async () => {
    const warnings = vi.spyOn(console, 'warn')
    const attributes = 'data-gate-outcome="upsell" aria-disabled="true" aria-description="Because"'
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    app = createSSRApp(() => withDirectives(h('a', 'x'), [[vCan, 'insights']]))
    app.use(gatePlugin, { gate }).mount(place(`<a ${attributes}>x</a>`))
    const control = target.querySelector('a')
    expect(control?.getAttribute('data-gate-outcome')).toBe('upsell')
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    await nextTick()
    expect(control?.outerHTML).toBe('<a data-gate-outcome="show">x</a>')
    expect(warnings.mock.calls).toEqual([])
  })
})
