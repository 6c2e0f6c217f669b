import { type Address, hrefOf, withParts } from '../scenario/address.ts'
import { deflate, toBase64url } from '../scenario/bytes.ts'
import { SHIPPED_IDS } from '../scenario/catalogs.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'

/** The largest deflated catalog that travels in a link, in bytes. */
const MAX_FILE = 8 * 1024

/** An address to send to somebody. */
interface Link {
  readonly url: string
  /** Whether everything is in it; otherwise the catalog's file has to be sent as well. */
  readonly isWhole: boolean
}

/**
 * The address that shows a colleague exactly this. It names the catalog's file by its hash, and carries a
 * catalog of the reader's own that is small enough.
 */
export async function linkTo(
  address: Address,
  catalog: DisplayCatalog,
  { href }: Pick<Location, 'href'>,
): Promise<Link> {
  const [page = '', rest = ''] = href.split('#')
  const view = rest.split('?')[0]?.replace(/^\//, '') ?? ''
  const named = withParts(address, {
    product: catalog.id,
    scenario: { ...address.scenario, catalog: catalog.sha256 },
  })
  const urlOf = (parts: Address) => `${page}${hrefOf(view, parts)}`
  if (SHIPPED_IDS.includes(catalog.id)) return { url: urlOf(named), isWhole: true }
  const file = await deflate(new TextEncoder().encode(catalog.text))
  if (file.length > MAX_FILE) return { url: urlOf(named), isWhole: false }
  return { url: urlOf({ ...named, file: toBase64url(file) }), isWhole: true }
}
