/**
 * The same as `rolegate`, with the engine inside the script.
 *
 * @module rolegate/inline
 */

import { provide } from '../binding.ts'
import { compileBase64 } from '../engine-source.ts'
import { base64 } from '../glue/rolegate-base64.js'

provide(() => compileBase64(base64))

export * from '../index.ts'
