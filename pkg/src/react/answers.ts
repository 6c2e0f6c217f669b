import { same } from '../freeze.ts'

/** What travels with the page: every value once, and which of them each question got. */
interface Travelling {
  readonly values: readonly unknown[]
  readonly asked: Readonly<Record<string, number>>
}

/**
 * The answers that a server gave while it rendered a provider. They serve the render that hydrates the page,
 * and nothing else: it must find what the server has rendered, whatever the page's gate says by then.
 *
 * A question is known by the id that React gives to the place from which it is asked, so records need no
 * name.
 */
export class Answers {
  readonly #values = new Map<unknown, number>()
  readonly #asked: Record<string, number> = Object.create(null)
  readonly #travelled: Travelling

  /** @param id - the id of the element that carries the answers, where a server has rendered the page */
  constructor(id: string) {
    const element = typeof document === 'undefined' ? null : document.getElementById(id)
    this.#travelled = element ? JSON.parse(element.textContent ?? '') : { values: [], asked: {} }
  }

  /** The server's answer in the page, and on the server, and for what it was not asked, the gate's. */
  recall<T>(place: string, ask: () => T): T {
    const now = ask()
    const { values, asked } = this.#travelled
    const position = asked[place]
    if (position === undefined) {
      this.#keep(place, now)
      return now
    }
    // The gate's own object where it says the same, so that nothing has changed after the hydration.
    const then = values[position] as T
    return same(then, now) ? now : then
  }

  /** What the element holds: JSON without a `<`, which could end the element. */
  toString(): string {
    const travelling: Travelling = { values: [...this.#values.keys()], asked: this.#asked }
    return JSON.stringify(travelling).replaceAll('<', '\\u003c')
  }

  #keep(place: string, value: unknown): void {
    const known = this.#values.get(value)
    const position = known ?? this.#values.size
    if (known === undefined) this.#values.set(value, position)
    this.#asked[place] = position
  }
}
