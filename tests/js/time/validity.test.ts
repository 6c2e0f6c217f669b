import { describe, expect, it } from 'vitest'
import { Clock, loaded, noon, sign } from '../helpers/gates.ts'

describe('time', () => {
  it('makes a snapshot stale, then expired, the leeway counted in', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    clock.time = noon + 1799
    expect(gate.decide('chat-settings').stale).toBe(false)
    clock.time = noon + 1800
    expect(gate.state).toBe('stale')
    expect(gate.decide('chat-settings')).toMatchObject({ allowed: true, stale: true })
    expect(gate.decide('nothing')).toMatchObject({ code: 'unknown-permission', stale: true })
    clock.time = noon + 3659
    expect(gate.can('chat-settings')).toBe(true)
    clock.time = noon + 3660
    expect(gate.can('chat-settings')).toBe(false)
    expect(gate.state).toBe('expired')
    expect(gate.decide('chat-settings')).toMatchObject({
      allowed: false,
      level: 'off',
      code: 'expired',
      outcome: 'disable',
    })
    expect(gate.maybe('conversation.access')).toBe(false)
    expect(gate.filter('conversation.access', [{ agent: 'u1' }])).toEqual([])
    expect(gate.roles.canEdit('agent')).toBe(false)
    expect(gate.seq).toBe(1)
  })

  it('that is set back revives nothing', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    clock.time = noon + 4000
    expect(gate.can('chat-settings')).toBe(false)
    clock.time = noon + 10
    expect(gate.can('chat-settings')).toBe(false)
    expect(gate.decide('chat-settings').code).toMatch(/^(expired|not-yet-valid)$/)
    expect(gate.state).toBe('expired')
  })

  it('that was seen by a check counts, however late the engine is asked again', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    const seen = (time: number): void => {
      clock.time = time
      expect(gate.can('chat-settings')).toBe(true)
    }
    // All of this lies before the first change, so only checks have seen it.
    for (const later of [0, 5, 600]) seen(noon + later)
    const revived = [
      () => {},
      () => gate.clear(),
      async () => gate.load(await sign({ seq: 2 })).catch(() => {}),
    ]
    for (const attempt of revived) {
      clock.time = noon + 10
      await attempt()
      expect(gate.can('chat-settings')).toBe(false)
    }
    await expect(gate.load(await sign({ seq: 3 }))).rejects.toMatchObject({
      code: 'ERR_CLAIM_INVALID',
    })
    // A difference within the leeway is honest.
    clock.time = noon + 560
    await gate.load(await sign({ seq: 4 }))
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('that is set back within the leeway denies nothing, and is not forgotten', async () => {
    const clock = new Clock()
    const gate = await loaded(sign(), { now: clock.now })
    clock.time = noon + 600
    expect(gate.can('chat-settings')).toBe(true)
    clock.time = noon + 550
    expect(gate.can('chat-settings')).toBe(true)
    clock.time = noon + 530
    expect(gate.can('chat-settings')).toBe(false)
    clock.time = noon + 601
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('that is no plausible time denies', async () => {
    let time: unknown = noon * 1000
    const gate = await loaded(sign(), { now: () => time as number })
    expect(gate.can('chat-settings')).toBe(true)
    const odd = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      0,
      String(noon * 1000),
      new Date(noon * 1000),
      BigInt(noon * 1000),
      undefined,
      null,
      { valueOf: () => noon * 1000 },
    ]
    for (time of odd) expect(gate.can('chat-settings'), String(time)).toBe(false)
    time = noon * 1000
    expect(gate.can('chat-settings')).toBe(true)
  })

  it('of a clock that throws denies, and refuses a load', async () => {
    let broken = false
    const now = () => {
      if (broken) throw new Error('no clock')
      return noon * 1000
    }
    const gate = await loaded(sign(), { now })
    broken = true
    expect(gate.can('chat-settings')).toBe(false)
    await expect(gate.load(await sign({ seq: 2 }))).rejects.toMatchObject({
      code: 'ERR_CLAIM_INVALID',
    })
    broken = false
    expect(gate.can('chat-settings')).toBe(true)
  })
})
