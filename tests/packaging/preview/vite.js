import { answers } from './gate.js'

answers(async () => (import.meta.env.DEV ? import('rolegate/preview') : undefined))
