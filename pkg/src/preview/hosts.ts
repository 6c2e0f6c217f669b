import { wrong } from '../checks.ts'

/** The own machine. */
const OWN: readonly string[] = ['localhost', '*.localhost', '127.0.0.1', '[::1]']

/**
 * Whether a page's host is listed; `*.example` lists every host below `example`.
 *
 * @throws TypeError for what is no host, so that a mistake does not look like a host that is not listed
 */
export function isListed(hostname: string | undefined, hosts: readonly string[] = OWN): boolean {
  if (!Array.isArray(hosts)) throw wrong('`hosts` must be a list of hosts')
  // Without a page, as on a server, there may be nothing that reads hosts either.
  if (!hostname) return false
  return hosts.map(checked).some(({ host, isAbove }) => {
    return isAbove ? hostname.endsWith(`.${host}`) : hostname === host
  })
}

/** A host as browsers write it, and whether the hosts below it are meant. */
function checked(given: string): { readonly host: string; readonly isAbove: boolean } {
  const isAbove = `${given}`.startsWith('*.')
  const name = isAbove ? given.slice(2) : `${given}`
  // Only an IPv6 address has colons, and brackets around it.
  const isBare = /^(\[[^\]]+\]|[^\s/?#@:*\\]+)$/.test(name)
  if (!isBare || !URL.canParse(`http://${name}`)) {
    throw wrong(
      `\`hosts\` must list hosts like \`staging.chat.example\` or \`*.chat.example\`, without scheme, port and path; \`${given}\` is none`,
    )
  }
  return { host: new URL(`http://${name}`).hostname, isAbove }
}
