/**
 * Issues role snapshots on a server. The engine is found as by `rolegate`.
 *
 * @module rolegate/server
 */

import './web.ts'

export * from '../server/index.ts'
