import type { Catalog } from '../catalog.ts'
import { isSide, keepSide, keptSide, type Side } from '../memory.ts'
import { DEFAULTS } from '../parse.ts'
import type { Preview, PreviewableGate } from '../previewable.ts'
import type { Scenario, ScenarioProblem } from '../scenario.ts'
import { button, element } from './elements.ts'
import { scenarioForm } from './form.ts'
import { Names } from './names.ts'
import { STYLE } from './style.ts'
import { said, type Texts, textsIn } from './texts.ts'

/**
 * The custom element: a pill that opens the panel, and the banner of a preview.
 *
 * Its attribute `side`, `left` or `right`, says in which lower corner it is; whoever looks at the page may
 * move it to the other one, for as long as the tab lives. By default it is where lines end.
 */
export class PreviewElement extends HTMLElement {
  #gate: PreviewableGate | undefined
  #panel: Panel | undefined

  /** The gate that is looked at as anyone; set it before or after the element is in the page. */
  get gate(): PreviewableGate | undefined {
    return this.#gate
  }

  set gate(gate: PreviewableGate | undefined) {
    this.#gate = gate
    if (this.isConnected) this.connectedCallback()
  }

  connectedCallback(): void {
    this.disconnectedCallback()
    const preview = this.#gate?.preview
    if (preview === undefined) return
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const language = this.getAttribute('language')
    const texts = textsIn(language, document.documentElement.lang, navigator.language)
    this.#panel = new Panel(root, preview, texts, this.#side())
  }

  disconnectedCallback(): void {
    this.#panel?.remove()
    this.#panel = undefined
  }

  #side(): Side {
    const side = keptSide() ?? this.getAttribute('side')
    if (isSide(side)) return side
    const { direction } = getComputedStyle(document.documentElement)
    return direction === 'rtl' ? 'left' : 'right'
  }
}

/**
 * What happens in the panel is no business of the page: its shortcuts are not meant, and a menu that closes
 * at a click elsewhere stays open.
 */
const OWN_EVENTS = ['keydown', 'keyup', 'pointerdown', 'mousedown', 'touchstart', 'click']

/** What the element shows for one gate. */
class Panel {
  readonly #root: ShadowRoot
  readonly #preview: Preview
  readonly #texts: Texts
  readonly #banner = element('p', { className: 'banner' })
  readonly #leave: HTMLButtonElement
  readonly #pill: HTMLButtonElement
  readonly #bar: HTMLElement
  readonly #body = element('div', { className: 'body' })
  readonly #place: HTMLElement
  readonly #dialog: HTMLElement
  readonly #heading: HTMLElement
  readonly #move: HTMLButtonElement
  readonly #status = element('p', { className: 'spoken', role: 'status' })
  readonly #problems = element('div', { className: 'problems', role: 'status', hidden: true })
  readonly #unsubscribe: () => void
  #catalogs: readonly Catalog[] = []
  #form: ReturnType<typeof scenarioForm> | undefined
  /** The catalog, and what the server says, for which the form was made, as JSON. */
  #madeFor = ''
  #draft: Scenario | undefined
  /** What was shown when the draft began, as JSON. */
  #seen: string | undefined
  #wasShown = false
  #side: Side
  /** What the page itself says, as long as a preview is shown. */
  #scrollPadding: string | undefined

  constructor(root: ShadowRoot, preview: Preview, texts: Texts, side: Side) {
    this.#root = root
    this.#preview = preview
    this.#texts = texts
    this.#side = side
    const style = new CSSStyleSheet()
    style.replaceSync(STYLE)
    root.adoptedStyleSheets = [style]
    this.#leave = button(texts.leave, () => this.#exit(), { className: 'main' })
    this.#pill = button(texts.open, () => this.#toggle(), {
      'aria-expanded': 'false',
      'aria-controls': 'panel',
    })
    const actions = element('div', { className: 'actions' }, this.#pill, this.#leave)
    this.#bar = element('div', { className: 'bar' }, this.#banner, actions)
    this.#heading = element('h2', { id: 'title', tabIndex: -1 }, texts.title)
    this.#move = button('', () => this.#moveTo(this.#side === 'left' ? 'right' : 'left'))
    const close = button('×', () => this.#close(), {
      'aria-label': texts.close,
      title: texts.close,
    })
    this.#dialog = element(
      'div',
      { id: 'panel', className: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true },
      element('div', { className: 'head' }, this.#heading, this.#move, close),
      this.#body,
    )
    this.#place = element(
      'div',
      { className: 'place', lang: texts.language, dir: 'ltr', popover: 'manual' },
      this.#dialog,
      this.#bar,
      this.#status,
    )
    this.#place.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !this.#dialog.hidden) this.#close()
    })
    for (const type of OWN_EVENTS) {
      this.#place.addEventListener(type, event => event.stopPropagation())
    }
    root.replaceChildren(this.#place)
    // Above whatever the page puts on top, wherever the page would put what has a fixed place.
    if ('showPopover' in this.#place) this.#place.showPopover()
    this.#moveTo(side)
    this.#unsubscribe = preview.subscribe(() => this.#update())
    this.#update()
  }

  remove(): void {
    this.#unsubscribe()
    this.#root.replaceChildren()
    if (this.#scrollPadding !== undefined) this.#keepClear(false)
  }

  #toggle(): void {
    if (!this.#dialog.hidden) {
      this.#close()
      return
    }
    this.#setOpen(true)
    this.#heading.focus()
    if (this.#catalogs.length === 0) this.#body.textContent = this.#texts.loading
    this.#read()
  }

  #close(): void {
    this.#setOpen(false)
    this.#pill.focus()
  }

  #setOpen(isOpen: boolean): void {
    this.#dialog.hidden = !isOpen
    this.#place.classList.toggle('open', isOpen)
    this.#pill.setAttribute('aria-expanded', `${isOpen}`)
  }

  #moveTo(side: Side): void {
    if (side !== this.#side) keepSide(side)
    this.#side = side
    const isLeft = side === 'left'
    this.#place.classList.toggle('left', isLeft)
    const name = isLeft ? this.#texts.moveRight : this.#texts.moveLeft
    this.#move.textContent = isLeft ? '→' : '←'
    this.#move.title = name
    this.#move.setAttribute('aria-label', name)
  }

  #exit(): void {
    this.#preview.exit()
    // The button that was pressed is gone.
    if (this.#dialog.hidden) this.#pill.focus()
    else this.#heading.focus()
  }

  async #read(): Promise<void> {
    try {
      this.#catalogs = await this.#preview.catalogs()
      this.#update()
    } catch (error) {
      this.#madeFor = ''
      this.#body.replaceChildren(this.#problems)
      this.#tell([this.#unavailable(error)])
    }
  }

  #unavailable(error: unknown): string {
    const reason = error instanceof Error ? error.message : `${error}`
    return said(this.#texts.unavailable, { reason })
  }

  /** The catalog of the draft, or the only one that can be meant. */
  #catalog(): Catalog | undefined {
    const named = this.#draft?.catalog ?? this.#preview.own[0]?.catalog
    return this.#catalogs.find(({ sha256 }) => sha256 === named) ?? this.#catalogs[0]
  }

  #update(): void {
    const { scenario, own } = this.#preview
    const shown = scenario ?? own[0]
    // A draft that is not shown yet stays while the person's own snapshots come and go.
    if (JSON.stringify(shown) !== this.#seen) {
      this.#seen = JSON.stringify(shown)
      this.#draft = shown
      this.#tell([])
    }
    const catalog = this.#catalog()
    if (catalog) {
      const { ownRoles } = this.#preview
      this.#draft ??= { ...DEFAULTS, catalog: catalog.sha256, roles: ownRoles }
    }
    this.#updateBar(scenario, catalog)
    if (catalog) this.#updateForm(catalog)
    // Names of roles are those of the catalog.
    else if (scenario) this.#read()
  }

  #updateBar(scenario: Scenario | undefined, catalog: Catalog | undefined): void {
    const texts = this.#texts
    const isShown = scenario !== undefined
    this.#bar.classList.toggle('shows', isShown)
    this.#pill.textContent = isShown ? texts.change : texts.open
    this.#leave.hidden = !isShown
    this.#banner.hidden = !isShown
    if (scenario && catalog) {
      const names = new Names(catalog, texts)
      const { ownRoles } = this.#preview
      const [own] = this.#preview.own
      const who = names.who(scenario, own)
      const isKnown = own !== undefined || ownRoles.length > 0
      const you = names.list(ownRoles.map(id => names.role(id, own ?? scenario))) || texts.nobody
      const banner = said(isKnown ? texts.banner : texts.bannerOfNobody, { who: '\0', you: '\0' })
      const strong = [who, you].map(text => element('strong', {}, text))
      this.#banner.replaceChildren(
        ...banner
          .split('\0')
          .flatMap((text, at) => [text, strong[at] ?? ''])
          .slice(0, -1),
      )
      this.#say(said(texts.shown, { who }))
    } else if (this.#wasShown && !isShown) this.#say(texts.left)
    this.#wasShown = isShown
    this.#keepClear(isShown)
  }

  /** Lets the page scroll so that what has the focus is not under the banner. */
  #keepClear(isShown: boolean): void {
    const { style } = document.documentElement
    if (isShown) this.#scrollPadding ??= style.scrollPaddingBottom
    if (isShown) style.scrollPaddingBottom = '96px'
    else if (this.#scrollPadding !== undefined) style.scrollPaddingBottom = this.#scrollPadding
    if (!isShown) this.#scrollPadding = undefined
  }

  #updateForm(catalog: Catalog): void {
    const { own } = this.#preview
    const madeFor = JSON.stringify([catalog.sha256, own])
    if (madeFor !== this.#madeFor) {
      this.#madeFor = madeFor
      this.#form = scenarioForm({
        catalog,
        names: new Names(catalog, this.#texts),
        texts: this.#texts,
        own,
        draft: () => this.#draft as Scenario,
        change: parts => this.#change(parts),
      })
      this.#body.replaceChildren(this.#problems, ...this.#form.nodes)
    }
    this.#form?.update()
  }

  async #change(parts: Partial<Scenario>): Promise<void> {
    this.#draft = { ...(this.#draft as Scenario), ...parts }
    this.#form?.update()
    try {
      const showing = await this.#preview.show(this.#draft)
      if (showing.outcome === 'refused') this.#tellProblems(showing.problems)
    } catch (error) {
      this.#tell([this.#unavailable(error)])
    }
  }

  #tellProblems(problems: readonly ScenarioProblem[]): void {
    const lines = problems.map(({ part, message }) => element('li', {}, `${part} ${message}`))
    this.#tell([this.#texts.refused, element('ul', {}, ...lines)])
  }

  /** Says what is wrong, where the person looks; nothing where all is well. */
  #tell(texts: readonly (Node | string)[]): void {
    this.#problems.hidden = texts.length === 0
    this.#problems.replaceChildren(...texts)
  }

  /** Says what has changed to whoever does not see it, once. */
  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text
  }
}
