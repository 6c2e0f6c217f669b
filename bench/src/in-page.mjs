// Measures in this page.

import { engines } from './engines.mjs'
import { suite } from './suite.mjs'

globalThis.measured = engines().then(all => suite(all, what => console.info(what)))
