import { GateError, isGateError } from 'rolegate'
import * as inline from 'rolegate/inline'
import * as copy from 'rolegate-copy'
import { describe, expect, it } from 'vitest'
import { empty, options, sign } from '../helpers/gates.ts'

describe('two copies of the package', () => {
  it('are independent, and know each other’s errors', async () => {
    const [own, other] = [empty(), inline.createGate(options)]
    const token = await sign()
    await own.load(token)
    expect(other.can('chat-settings')).toBe(false)
    await other.load(token)
    own.dispose()
    expect(other.can('chat-settings')).toBe(true)
    const foreign = copy.createGate(options)
    await foreign.load(token)
    expect(foreign.can('chat-settings')).toBe(true)
    const { can } = other
    foreign.clear()
    expect(can.call(foreign, 'chat-settings')).toBe(true)
    const error = await empty()
      .load('x')
      .catch((thrown: unknown) => thrown)
    expect(isGateError(error)).toBe(true)
    expect(copy.isGateError(error)).toBe(true)
    expect(isGateError(new copy.GateError('ERR_FETCH_FAILED', 'no'))).toBe(true)
  })

  it('do not take just anything for an error of theirs', () => {
    expect(isGateError(new GateError('ERR_FETCH_FAILED', 'no'))).toBe(true)
    const fakes = [null, 'ERR_FETCH_FAILED', { code: 'ERR_FETCH_FAILED' }, new Error('x')]
    for (const fake of fakes) expect(isGateError(fake)).toBe(false)
    expect(isGateError(new GateError('ERR_OTHER' as never, 'no'))).toBe(false)
  })
})
