import type { App } from 'vue'
import type { ControlOptions } from '../bindings/appearance.ts'
import type { GateView } from '../index.ts'
import { vCan } from './directive.ts'
import { follow, GATE } from './provide.ts'

/** What {@link gatePlugin} takes. */
export interface GatePluginOptions extends ControlOptions {
  /** The gate, or a view of it. On a server it is the request's own, as a gate holds one person's snapshot. */
  readonly gate: GateView
}

/**
 * Provides a gate to an app, and its templates with `v-can`.
 *
 * ```ts
 * createApp(App).use(gatePlugin, { gate, reason: decision => reasonText(decision, en) })
 * ```
 */
export const gatePlugin: {
  /** Called by `app.use`. */
  install(app: App, options: GatePluginOptions): void
} = {
  install(app, { gate, reason }) {
    const { follows, stop } = follow(gate)
    app.onUnmount(stop)
    app.provide(GATE, { gate: follows, reason })
    app.directive('can', vCan)
  },
}

declare module 'vue' {
  interface GlobalDirectives {
    /** Known to templates of apps that use the plugin. */
    vCan: typeof vCan
  }
}
