import * as i0 from '@angular/core'
import type { ControlAttributes, Mode } from '../bindings/appearance.ts'
import { attributesOf } from '../bindings/appearance.ts'
import { checkEvent, holdPassing, isUse, USES } from '../bindings/denied-event.ts'
import type { Decision, Question } from '../index.ts'
import { injectDecision, injectProvided, type Provided } from './provide.ts'

holdPassing('submit')

// A library ships what Angular's compiler calls partial declarations, which the compiler of the
// application completes, of whatever version it is. They are written by hand: there are two, and Angular's
// compiler would bring a version of TypeScript of its own. The types of Angular know them as its
// compiler's output only.

/** What a template of {@link RolegateCan} is given. */
export interface CanContext {
  /** The decision: `*rolegateCan="'reports.export'; let decision"`. */
  readonly $implicit: Decision
}

/**
 * Shows a template where something is allowed:
 * `*rolegateCan="'conversations.delete'; record: conversation; else: denied; loading: waiting"`.
 */
export class RolegateCan {
  /** @internal */
  static ɵfac: i0.ɵɵFactoryDeclaration<RolegateCan, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '20.0.0',
    ngImport: i0,
    type: RolegateCan,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never
  /** @internal */
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    RolegateCan,
    '[rolegateCan]',
    never,
    {
      rolegateCan: { alias: 'rolegateCan'; required: true }
      rolegateCanRecord: { alias: 'rolegateCanRecord'; required: false }
      rolegateCanElse: { alias: 'rolegateCanElse'; required: false }
      rolegateCanLoading: { alias: 'rolegateCanLoading'; required: false }
    },
    Record<never, never>,
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '20.0.0',
    ngImport: i0,
    type: RolegateCan,
    isStandalone: true,
    selector: '[rolegateCan]',
    inputs: {
      rolegateCan: 'rolegateCan',
      rolegateCanRecord: 'rolegateCanRecord',
      rolegateCanElse: 'rolegateCanElse',
      rolegateCanLoading: 'rolegateCanLoading',
    },
  } as never)

  readonly #content: i0.TemplateRef<CanContext> = i0.inject(i0.TemplateRef)
  readonly #container: i0.ViewContainerRef = i0.inject(i0.ViewContainerRef)
  readonly #question: i0.WritableSignal<Question> = i0.signal('')
  readonly #record: i0.WritableSignal<unknown> = i0.signal(undefined)
  readonly #else: i0.WritableSignal<i0.TemplateRef<CanContext> | undefined> = i0.signal(undefined)
  readonly #loading: i0.WritableSignal<i0.TemplateRef<CanContext> | undefined> =
    i0.signal(undefined)

  constructor() {
    const decision = injectDecision(this.#question, this.#record)
    let drawn: i0.TemplateRef<CanContext> | undefined
    let view: i0.EmbeddedViewRef<CanContext> | undefined
    i0.effect(() => {
      const $implicit = decision()
      const { allowed, outcome } = $implicit
      const denied = outcome === 'loading' ? this.#loading() : this.#else()
      const template = allowed ? this.#content : denied
      if (template === drawn) {
        // What somebody has typed into it stays.
        if (view) Object.assign(view.context, { $implicit })
        view?.markForCheck()
        return
      }
      this.#container.clear()
      view = template && this.#container.createEmbeddedView(template, { $implicit })
      drawn = template
    })
  }

  /** What is asked. */
  set rolegateCan(question: Question) {
    this.#question.set(question)
  }
  /** The record that it is asked about. */
  set rolegateCanRecord(record: unknown) {
    this.#record.set(record)
  }
  /** What stands in its place where it is denied. Default nothing. */
  set rolegateCanElse(template: i0.TemplateRef<CanContext> | undefined) {
    this.#else.set(template)
  }
  /** What stands in its place while nothing is decided. Default nothing. */
  set rolegateCanLoading(template: i0.TemplateRef<CanContext> | undefined) {
    this.#loading.set(template)
  }

  /** Gives the template's variables their types. */
  static ngTemplateContextGuard(_: RolegateCan, context: unknown): context is CanContext {
    return context !== undefined
  }
}

/**
 * Shows an element as it is, disabled or hidden, as the decision says:
 * `<button [rolegateControl]="'conversations.delete'" [rolegateRecord]="conversation" (click)="remove()">`. A
 * denied one is `aria-disabled`, described by the reason, and does nothing. `rolegateMode` is `hide` or
 * `disable`, in place of the outcome.
 *
 * It asks the gate again at every click. What is denied by then reaches no listener; the element sends the
 * event `rolegate-denied` in its place, which bubbles through the page.
 */
export class RolegateControl {
  /** @internal */
  static ɵfac: i0.ɵɵFactoryDeclaration<RolegateControl, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '20.0.0',
    ngImport: i0,
    type: RolegateControl,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as never
  /** @internal */
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    RolegateControl,
    '[rolegateControl]',
    never,
    {
      rolegateControl: { alias: 'rolegateControl'; required: true }
      rolegateRecord: { alias: 'rolegateRecord'; required: false }
      rolegateMode: { alias: 'rolegateMode'; required: false }
    },
    Record<never, never>,
    never,
    never,
    true,
    never
  > = i0.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '20.0.0',
    ngImport: i0,
    type: RolegateControl,
    isStandalone: true,
    selector: '[rolegateControl]',
    inputs: {
      rolegateControl: 'rolegateControl',
      rolegateRecord: 'rolegateRecord',
      rolegateMode: 'rolegateMode',
    },
    host: {
      properties: {
        'attr.data-gate-outcome': 'attributes()["data-gate-outcome"]',
        'attr.aria-disabled': 'attributes()["aria-disabled"]',
        'attr.aria-busy': 'attributes()["aria-busy"]',
        'attr.aria-description': 'attributes()["aria-description"]',
        'attr.hidden': 'attributes()["hidden"]',
        // A style sheet of the page, with `display: flex`, is stronger than the attribute.
        'style.display': 'attributes()["hidden"] === "" ? "none !important" : null',
      },
    },
  } as never)

  readonly #provided: Provided = injectProvided()
  readonly #question: i0.WritableSignal<Question> = i0.signal('')
  readonly #record: i0.WritableSignal<unknown> = i0.signal(undefined)
  readonly #mode: i0.WritableSignal<Mode | undefined> = i0.signal(undefined)
  /** @internal */
  readonly attributes: i0.Signal<ControlAttributes> = i0.computed(() => {
    const { gate, reason } = this.#provided
    return attributesOf(gate().decide(this.#question(), this.#record()), this.#mode(), reason)
  })

  constructor() {
    const element: Element = i0.inject(i0.ElementRef).nativeElement
    // What is allowed starts no round of change detection by itself.
    i0.inject(i0.NgZone).runOutsideAngular(() => {
      for (const type of USES) element.addEventListener(type, event => this.#check(event), true)
    })
  }

  /** What is asked. */
  set rolegateControl(question: Question) {
    this.#question.set(question)
  }
  /** The record that it is asked about. */
  set rolegateRecord(record: unknown) {
    this.#record.set(record)
  }
  /** How it shows a denial. */
  set rolegateMode(mode: Mode | undefined) {
    this.#mode.set(mode)
  }

  #check(event: Event): void {
    if (!isUse(event)) return
    const [question, record] = i0.untracked(() => [this.#question(), this.#record()])
    const gate = i0.untracked(this.#provided.gate)
    checkEvent(event, event.currentTarget as Element, { gate, question, record })
  }
}
