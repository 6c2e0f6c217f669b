/**
 * Previews for designers: any product as anyone, from really signed snapshots that never leave the page.
 * The engine is found as by `rolegate`.
 *
 * @module rolegate/preview
 */

import './web.ts'

export * from '../preview/index.ts'
