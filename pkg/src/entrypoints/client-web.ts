/**
 * A gate that is fetched and kept fresh. The engine is found as by `rolegate`.
 *
 * @module rolegate/client
 */

import './web.ts'

export * from '../client/index.ts'
