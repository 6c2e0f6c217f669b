import { hasLoneSurrogate } from './checks.ts'
import { GateError } from './errors.ts'
import { TOKEN_BYTES } from './limits.ts'
import { kindOf } from './realms.ts'

/**
 * Refuses a value that cannot be a token, before the engine is started for it.
 *
 * @throws GateError `ERR_TOKEN_MALFORMED` or `ERR_TOKEN_TOO_LARGE`
 */
export function checkToken(token: unknown): asserts token is string {
  if (typeof token !== 'string') {
    throw new GateError('ERR_TOKEN_MALFORMED', `the token is not a string, but ${kindOf(token)}`)
  }
  if (token.length === 0) throw new GateError('ERR_TOKEN_MALFORMED', 'the token is empty')
  if (token.length > TOKEN_BYTES) {
    throw new GateError('ERR_TOKEN_TOO_LARGE', `the token is longer than ${TOKEN_BYTES} bytes`)
  }
  if (hasLoneSurrogate(token)) {
    throw new GateError('ERR_TOKEN_MALFORMED', 'the token is not well-formed text')
  }
}
