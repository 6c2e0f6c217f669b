/**
 * Gates and tokens of any person, for tests and stories. The engine is found as by `rolegate`.
 *
 * @module rolegate/testing
 */

import './web.ts'

export * from '../testing/index.ts'
