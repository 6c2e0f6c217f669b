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
    // With a dot at the end it is another host for browsers too.
    ['localhost.', undefined, false],
    ['chat.example.', ['*.chat.example', 'chat.example'], false],
    ['a.b.chat.example', ['*.chat.example'], true],
    ['staging.chat.example', ['*.CHAT.example'], true],
    ['127.0.0.2', undefined, false],
    ['[::2]', undefined, false],
    ['[2001:db8::1]', ['[2001:DB8:0::1]'], true],
    ['xn--bcher-kva.example', ['bücher.example'], true],
    ['192.168.1.20', ['192.168.1.20'], true],
  ])('%s with %j has previews: %s', async (hostname, hosts, has) => {
    vi.stubGlobal('location', { hostname })
    const gate = previewable(options, { hosts })
    expect(gate.preview !== undefined).toBe(has)
    await gate.load(await sign())
    expect(gate.can('chat-settings')).toBe(true)
    expect(memberNames(gate)).toContain('preview')
  })

  it.each([
    'https://staging.chat.example',
    'staging.chat.example:8443',
    'staging.chat.example/app',
    'me@staging.chat.example',
    '::1',
    '*',
    '*.',
    '*.*.example',
    '',
    ' localhost',
  ])('that is none is told: `%s`', async host => {
    vi.stubGlobal('location', { hostname: 'localhost' })
    expect(() => previewable(options, { hosts: [host] })).toThrow(
      new TypeError(
        `\`hosts\` must list hosts like \`staging.chat.example\` or \`*.chat.example\`, without scheme, port and path; \`${host}\` is none`,
      ),
    )
  })

  it('is no list', () => {
    vi.stubGlobal('location', { hostname: 'localhost' })
    expect(() => previewable(options, { hosts: 'localhost' as never })).toThrow(
      new TypeError('`hosts` must be a list of hosts'),
    )
  })

  it('has no name where a page is a file', () => {
    vi.stubGlobal('location', { hostname: '', protocol: 'file:' })
    expect(previewable(options, { hosts: ['localhost'] }).preview).toBeUndefined()
  })

  it('is none on a server', () => {
    vi.stubGlobal('location', undefined)
    expect(previewable(options).preview).toBeUndefined()
  })
})
