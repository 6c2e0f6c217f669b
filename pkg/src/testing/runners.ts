import type { Gate, RegisteredRecords } from '../index.ts'
import { changedPerson, gateFor, tokenFor } from './person.ts'
import type { Person, PersonWithGate } from './types.ts'

/**
 * A fixture for `test.extend` of Vitest and of Playwright: a gate for each test, which is disposed of
 * afterwards.
 *
 * ```ts
 * const test = base.extend({ gate: gateFixture({ catalog, roles: ['agent'] }) })
 * test('exports', ({ gate }) => expect(gate.can('reports.export')).toBe(true))
 * ```
 */
export function gateFixture<Records = RegisteredRecords>(
  person: PersonWithGate<Records>,
): (context: object, use: (gate: Gate) => Promise<void>) => Promise<void> {
  // biome-ignore lint/correctness/noEmptyPattern: the runners read the parameter's text
  return async ({}, use) => {
    const gate = await gateFor(person)
    try {
      await use(gate)
    } finally {
      gate.dispose()
    }
  }
}

/** The part of Playwright's `Page`, and of its `BrowserContext`, that is used. */
export interface Routes {
  /** Answers requests for an address. */
  route(address: string | RegExp, answer: (route: Route) => Promise<void>): Promise<unknown>
}

/** The part of Playwright's `Route` that is used. */
export interface Route {
  /** Answers the request. */
  fulfill(answer: {
    /** The HTTP status. */
    readonly status: number
    /** The body. */
    readonly body: string
    /** The headers. */
    readonly headers: Record<string, string>
  }): Promise<void>
}

/**
 * Answers a page's requests for its token, in Playwright, with that of a person; `key` must be one that
 * the page trusts, which no key made for tests is.
 *
 * ```ts
 * const become = await servePerson(page, '**' + '/api/role-snapshot', { catalog, key, issuer, audience, roles: ['agent'] })
 * await page.goto('/')
 * become({ roles: ['manager'] })
 * ```
 *
 * @returns what changes the person from the next request on; `undefined` signs out. It throws a
 *   TypeError for changes that would have no effect.
 */
export async function servePerson(
  page: Routes,
  address: string | RegExp,
  person: Person,
): Promise<(changes: Partial<Person> | undefined) => void> {
  let current: Person | undefined = person
  await page.route(address, async route => {
    const headers = { 'cache-control': 'no-store', 'content-type': 'application/jwt' }
    const answer = current
      ? { status: 200, body: await tokenFor(current), headers }
      : { status: 401, body: '', headers }
    await route.fulfill(answer)
  })
  return changes => {
    current = changes && changedPerson(person, changes)
  }
}
