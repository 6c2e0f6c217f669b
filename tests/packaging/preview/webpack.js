import { answers } from './gate.js'

answers(async () =>
  process.env.NODE_ENV === 'production' ? undefined : import('rolegate/preview'),
)
