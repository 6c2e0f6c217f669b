// Vue on a server, where there is no page.

import { Can, gatePlugin, useDecision, vCan } from 'rolegate/vue'
import { expect, it } from 'vitest'
import { createSSRApp, defineComponent, h, withDirectives } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { loaded, snapshot } from '../helpers/gates.ts'
import { counted } from './suite.ts'

const App = defineComponent(() => {
  const decision = useDecision('insights')
  const control = (question: string) => withDirectives(h('a', question), [[vCan, question]])
  return () => [
    decision.value.code,
    ...['chat-settings', 'insights', 'reports.export'].map(control),
    h(
      Can,
      { question: 'reports.export' },
      { default: () => 'export', fallback: () => 'no export' },
    ),
  ]
})

it('renders what a gate says, each person’s own, and listens to nothing', async () => {
  const render = async (roles: string[]) => {
    const { gate, listeners } = counted(await loaded(snapshot({ roles })))
    const reason = ({ code }: { code: string }) => `Because: ${code}`
    const html = await renderToString(createSSRApp(App).use(gatePlugin, { gate, reason }))
    expect(listeners()).toBe(0)
    return html.replace(/<!--.*?-->/g, '')
  }
  const [agent, manager] = await Promise.all([render(['agent']), render(['manager'])])
  const offered =
    '<a data-gate-outcome="upsell" aria-disabled="true" aria-description="Because: not-entitled">insights</a>'
  const settings = '<a data-gate-outcome="show">chat-settings</a>'
  expect(agent).toBe(
    `not-entitled${settings}${offered}<a data-gate-outcome="hide" aria-disabled="true" hidden>reports.export</a>no export`,
  )
  expect(manager).toBe(
    `not-entitled${settings}${offered}<a data-gate-outcome="show">reports.export</a>export`,
  )
})
