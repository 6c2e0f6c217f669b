import { provide } from '../binding.ts'
import { compile } from '../engine-source.ts'
import { base64 } from '../glue/rolegate-base64.js'

provide(() => compile(Uint8Array.from(atob(base64), character => character.charCodeAt(0))))

export * from '../index.ts'
