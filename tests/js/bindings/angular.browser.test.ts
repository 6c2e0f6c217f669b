import '@angular/compiler'
import {
  type ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  provideZonelessChangeDetection,
  type Signal,
  signal,
} from '@angular/core'
import { createApplication } from '@angular/platform-browser'
import {
  injectCan,
  injectDecision,
  injectGate,
  injectGateState,
  provideGate,
  RolegateCan,
  RolegateControl,
} from 'rolegate/angular'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loaded, membership, noon, sign, snapshot } from '../helpers/gates.ts'
import { CONTROLS, CONVERSATIONS, ROW } from './page.ts'
import { behaves, type Drawn, type Page } from './suite.ts'

const TEMPLATE = `
  @for (control of controls; track control.id) {
    <button [id]="control.id" [rolegateControl]="control.question" [rolegateRecord]="control.record"
      (click)="page.act()">x</button>
  }
  <p id="only" *rolegateCan="'chat-settings:write'; else: instead; loading: waiting">x</p>
  <ng-template #instead><p id="instead">x</p></ng-template>
  <ng-template #waiting><p id="waiting">x</p></ng-template>
  <p id="state">{{ state() }}</p>
  <p id="can">{{ can() }}</p>
  <p id="outcome">{{ decision().outcome }}</p>
  <p id="count">{{ gate().filter('conversations.delete', conversations).length }}</p>
  @for (row of rows(); track row) { <button [rolegateControl]="question">x</button> }`

/** By which Angular tells components apart. */
let selectors = 0

/** A component of the just-in-time compiler, which is given its decorator by hand. */
function component<T extends abstract new (...given: never[]) => unknown>(
  type: T,
  template: string,
  providers: unknown[] = [],
): T {
  selectors += 1
  Component({
    selector: `app-${selectors}`,
    changeDetection: ChangeDetectionStrategy.OnPush,
    imports: [RolegateCan, RolegateControl],
    providers: providers as never,
    template,
  })(type)
  return type
}

let app: ApplicationRef | undefined

async function started(target: HTMLElement, type: unknown, providers: unknown[]): Promise<void> {
  const all = [provideZonelessChangeDetection(), ...providers] as never
  app = await createApplication({ providers: all })
  app.bootstrap(type as never, target.appendChild(document.createElement('app-root')))
  await app.whenStable()
}

async function draw(target: HTMLElement, page: Page): Promise<Drawn> {
  const rows = signal<number[]>([])
  class App {
    page: Page = page
    rows: Signal<number[]> = rows
    question: string = ROW
    controls: typeof CONTROLS = CONTROLS
    conversations: typeof CONVERSATIONS = CONVERSATIONS
    gate = injectGate()
    state = injectGateState()
    can = injectCan('insights')
    decision = injectDecision(signal('insights'), () => undefined)
    ngAfterViewInit(): void {
      page.whileDrawing()
    }
  }
  await started(target, component(App, TEMPLATE), page.gate ? [provideGate(page.gate)] : [])
  return {
    rows: async count => {
      rows.set(Array.from({ length: count }, (_, row) => row))
      await app?.whenStable()
    },
    undraw: async () => app?.destroy(),
  }
}

behaves('rolegate/angular', { draw, has: ['hooks', 'only', 'waiting', 'outside'] })

describe('components of Angular', () => {
  let target: HTMLElement
  const place = () => {
    target = document.body.appendChild(document.createElement('main'))
    return target
  }
  afterEach(() => {
    app?.destroy()
    target.remove()
  })

  it('ask again when the question or the record changes', async () => {
    const record = signal({ agent: 'u9' })
    const question = signal('conversations.delete')
    class App {
      question = question
      record = record
      decision = injectDecision(question, record)
    }
    const template = `
      <button [rolegateControl]="question()" [rolegateRecord]="record()">{{ decision().outcome }}</button>
      <p *rolegateCan="question(); record: record(); let decision">{{ decision.code }}</p>`
    await started(place(), component(App, template), [provideGate(await loaded())])
    const shown = () => {
      const control = target.querySelector('button')
      return [
        control?.textContent,
        control?.dataset['gateOutcome'],
        target.querySelector('p')?.textContent,
      ]
    }
    expect(shown()).toEqual(['disable', 'disable', undefined])
    record.set({ agent: 'u1' })
    await app?.whenStable()
    expect(shown()).toEqual(['show', 'show', 'granted'])
    question.set('insights')
    await app?.whenStable()
    expect(shown()).toEqual(['upsell', 'upsell', undefined])
  })

  it('evaluate again only what depends on the answer', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    const looked = vi.fn()
    class App {
      exported = injectCan('reports.export')
      settings = injectCan('chat-settings')
      look(): string {
        looked()
        return `${this.exported()} ${this.settings()}`
      }
    }
    await started(place(), component(App, '{{ look() }}'), [provideGate(gate)])
    looked.mockClear()
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, entitlements: ['prime'] }))
    await app?.whenStable()
    expect(looked).not.toHaveBeenCalled()
    await gate.load(await snapshot({ roles: ['manager'] }, { seq: 3 }))
    await vi.waitFor(() => expect(target.textContent).toBe('true true'))
  })

  it('keep what somebody has typed while the part stays', async () => {
    const gate = await loaded(snapshot({ roles: ['agent'] }, { seq: 1 }))
    class App {}
    const template = `
      <p *rolegateCan="'insights'; else: offer"></p>
      <ng-template #offer let-decision><input>{{ decision.stale }}</ng-template>`
    await started(place(), component(App, template), [provideGate(gate)])
    const field = target.querySelector('input') as HTMLInputElement
    field.value = 'half a sentence'
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 2, refresh_after: noon - 30 }))
    await vi.waitFor(() => expect(target.textContent).toContain('true'))
    expect(target.querySelector('input')).toBe(field)
    await gate.load(await snapshot({ roles: ['agent'] }, { seq: 3, entitlements: ['prime'] }))
    await vi.waitFor(() => expect(target.querySelector('input')).toBe(null))
  })

  it('ask the nearest gate', async () => {
    const memberships = [membership(), membership({ workspace: 'w2', roles: ['manager'] })]
    const gate = await loaded(sign({ memberships }))
    class App {
      can = injectCan('reports.export')
    }
    const reason = ({ code }: { code: string }) => `Because: ${code}`
    const providers = [provideGate(() => gate.in('w2'), { reason })]
    const template = `{{ can() }}<a [rolegateControl]="'insights'">x</a><a [rolegateControl]="'insights'" rolegateMode="hide">x</a>`
    await started(place(), component(App, template, providers), [provideGate(gate.in('w1'))])
    expect(target.textContent).toBe('truexx')
    const [shown, hidden] = target.querySelectorAll('a')
    expect(shown?.getAttribute('aria-description')).toBe('Because: not-entitled')
    expect(hidden?.hidden).toBe(true)
  })
})
