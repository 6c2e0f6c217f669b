/**
 * Stories as anyone sees them, in Storybook. The engine is found as by `rolegate`.
 *
 * @module rolegate/storybook
 */

import './web.ts'

export * from '../storybook/index.ts'
