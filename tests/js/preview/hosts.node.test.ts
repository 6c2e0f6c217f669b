// On which pages there are previews.

import { previewable } from 'rolegate/preview'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { options, sign } from '../helpers/gates.ts'
import { memberNames } from '../helpers/members.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a host', () => {
  it.each<[string, string[] | undefined, boolean]>([
    ['localhost', undefined, true],
    ['chat.localhost', undefined, true],
    ['127.0.0.1', undefined, true],
    ['[::1]', undefined, true],
    ['chat.example', undefined, false],
    ['localhost.example', undefined, false],
    ['staging.chat.example', ['*.chat.example'], true],
    ['chat.example', ['*.chat.example'], false],
    ['evilchat.example', ['*.chat.example'], false],
    ['staging.example', ['Staging.example'], true],
    ['localhost', ['staging.example'], false],
    ['localhost', [], false],
    ['', undefined, false],
  ])('%s with %j has previews: %s', async (hostname, hosts, has) => {
    vi.stubGlobal('location', { hostname })
    const gate = previewable(options, { hosts })
    expect(gate.preview !== undefined).toBe(has)
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
    expect(memberNames(gate)).toContain('preview')
  })

  it('is none on a server', () => {
    vi.stubGlobal('location', undefined)
    expect(previewable(options).preview).toBeUndefined()
  })
})
