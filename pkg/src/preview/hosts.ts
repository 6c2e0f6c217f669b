/** The own machine. */
const OWN: readonly string[] = ['localhost', '*.localhost', '127.0.0.1', '[::1]']

/** Whether a page's host is listed; `*.example` lists every host below `example`. */
export function isListed(hostname: string | undefined, hosts: readonly string[] = OWN): boolean {
  if (!hostname) return false
  return hosts.some(host =>
    host.startsWith('*.')
      ? hostname.endsWith(host.slice(1).toLowerCase())
      : hostname === host.toLowerCase(),
  )
}
