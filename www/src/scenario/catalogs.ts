import chat from 'rolegate/catalogs/adobe-dynamic-chat.json?url'
import live from 'rolegate/catalogs/aivo-live.json?url'
import documents from 'rolegate/catalogs/pandadoc.json?url'
import phone from 'rolegate/catalogs/puzzel.json?url'
import support from 'rolegate/catalogs/userlike.json?url'
import { fromBase64url, inflate, sha256 } from './bytes.ts'
import { DisplayCatalog } from './DisplayCatalog.ts'
import { keepText, keptText } from './kept.ts'

/** The addresses of the five products' catalogs, in the order in which they are offered. */
const SHIPPED: Readonly<Record<string, string>> = {
  'adobe-dynamic-chat': chat,
  pandadoc: documents,
  userlike: support,
  puzzel: phone,
  'aivo-live': live,
}

export const SHIPPED_IDS: readonly string[] = Object.keys(SHIPPED)

/** Why there is no catalog to look at. */
export class CatalogProblem extends Error {
  /** `absent` catalogs can be dropped on the page; an `unknown` one is none of the five. */
  readonly kind: 'absent' | 'unknown' | 'changed' | 'unreadable' | 'unreachable'
  /** What would fit in the place of a `changed` one: the hash of the file that is here. */
  readonly fits: string | undefined

  constructor(
    kind: CatalogProblem['kind'],
    message: string,
    { fits, ...options }: ErrorOptions & { readonly fits?: string } = {},
  ) {
    super(message, options)
    this.kind = kind
    this.fits = fits
  }
}

/** Which catalog an address names. */
export interface CatalogAddress {
  /** Its id. */
  readonly product: string | undefined
  /** The SHA-256 of its file. */
  readonly sha256: string | undefined
  /** Its file, deflated, in base64url. */
  readonly file: string | undefined
}

const opened = new Map<string, Promise<DisplayCatalog>>()

/**
 * The catalog that an address names: the file in the address, one that was dropped here before, or one
 * of the five. The same address always gives the same object.
 *
 * @throws CatalogProblem (as a rejection)
 */
export function openCatalog(address: CatalogAddress): Promise<DisplayCatalog> {
  const key = `${address.product} ${address.sha256}`
  const found = opened.get(key)
  if (found) return found
  const opening = open(address)
  opened.set(key, opening)
  // What could not be opened may be there the next time.
  opening.catch(() => opened.delete(key))
  return opening
}

/** Keeps a catalog of the reader's own in this browser, so that its addresses open here. */
export async function keepCatalog(text: string): Promise<DisplayCatalog> {
  const catalog = await readCatalog(text)
  keepText(catalog.sha256, text)
  opened.set(`${catalog.id} ${catalog.sha256}`, Promise.resolve(catalog))
  return catalog
}

/** Reads a catalog's file as far as display goes; the gate decides whether it is valid. */
export async function readCatalog(text: string): Promise<DisplayCatalog> {
  const digest = await sha256(new TextEncoder().encode(text))
  try {
    return new DisplayCatalog(text, digest)
  } catch (cause) {
    throw new CatalogProblem('unreadable', 'the file is no catalog', { cause })
  }
}

async function open({ product = '', sha256, file }: CatalogAddress): Promise<DisplayCatalog> {
  if (file !== undefined) return openFile(file, product, sha256)
  const stored = sha256 === undefined ? null : keptText(sha256)
  if (stored !== null) return readCatalog(stored)
  const url = Object.hasOwn(SHIPPED, product) ? SHIPPED[product] : undefined
  if (url === undefined && product === '' && sha256 !== undefined) {
    const all = await Promise.all(Object.values(SHIPPED).map(fetchCatalog))
    const named = all.find(catalog => catalog.sha256 === sha256)
    if (named) return named
  }
  if (url === undefined) {
    throw sha256 === undefined
      ? new CatalogProblem('unknown', `there is no catalog \`${product}\``)
      : new CatalogProblem('absent', `the catalog \`${product}\` is not in this browser`)
  }
  const read = await fetchCatalog(url)
  if (sha256 !== undefined && read.sha256 !== sha256) {
    throw new CatalogProblem('changed', `the catalog \`${product}\` has changed since`, {
      fits: read.sha256,
    })
  }
  return read
}

async function openFile(file: string, id: string, sha256: string | undefined) {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await inflate(fromBase64url(file)))
  } catch (cause) {
    throw new CatalogProblem('unreadable', 'the file in the address cannot be read', { cause })
  }
  const catalog = await readCatalog(text)
  if (catalog.id !== id || (sha256 !== undefined && catalog.sha256 !== sha256)) {
    throw new CatalogProblem('unreadable', 'the file in the address is another catalog')
  }
  return keepCatalog(text)
}

async function fetchCatalog(url: string): Promise<DisplayCatalog> {
  return readCatalog(await fetchText(url))
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url)
    if (response.ok) return await response.text()
    throw new Error(`${url} answered ${response.status}`)
  } catch (cause) {
    throw new CatalogProblem('unreachable', 'the catalog could not be fetched', { cause })
  }
}
