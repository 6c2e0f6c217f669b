import { ChangeDetectorRef, Component, inject, provideZoneChangeDetection } from '@angular/core'
import { createGate } from 'rolegate'

/** Every kind of question in a template, where each may start another round of change detection. */
const TEMPLATE = `
  <output>{{ gate.can('reports.export') }} {{ gate.can('agent-inbox.access') }}
  {{ gate.decide('agent-inbox.access').outcome }} {{ gate.maybe('reports.export') }}
  {{ gate.filter('reports.export', list).length }} {{ gate.state }}
  {{ gate.roles.assignable().length }} {{ gate.in('w1').can('reports.export') }}</output>`

/** How often the template was evaluated: without end, where a question starts a job in the zone. */
export const rounds = { count: 0 }

/** A component that listens to a gate, as an application without a binding is written. */
export function componentOf(gate) {
  class App {
    list = [{}, {}]
    told = []
    changes = inject(ChangeDetectorRef)

    constructor() {
      this.remove = gate.subscribe(({ state }) => {
        this.told.push(state)
        this.changes.markForCheck()
      })
    }

    get gate() {
      rounds.count += 1
      if (rounds.count > 10_000) throw new Error('the template is evaluated without end')
      return gate
    }
  }
  // The decorator is called by hand, and the just-in-time compiler does the rest.
  Component({ selector: 'app-root', template: TEMPLATE })(App)
  return App
}

export const config = { providers: [provideZoneChangeDetection()] }

/** A gate by the clock of the device, with an hour to go, or with nothing loaded. */
export function gateOf({ keys, issuer, audience }, catalog) {
  return createGate({ keys, issuer, audience, catalog })
}

export const words = text => text.trim().split(/\s+/).join(' ')
