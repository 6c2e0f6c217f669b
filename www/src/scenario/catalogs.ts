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
  /**
   * `absent` catalogs can be dropped on the page; an `unknown` one is none of the five; a `misnamed` one has
   * the hash of another product, or something that is no hash; the file in an address may be of an `other`.
   */
  readonly kind:
    | 'absent'
    | 'unknown'
    | 'changed'
    | 'misnamed'
    | 'other'
    | 'unreadable'
    | 'unreachable'
  /** What would fit in the place of the hash: that of the file that is here. */
  readonly fits: string | undefined
  /** The product that has the hash. */
  readonly owner: string | undefined

  constructor(
    kind: CatalogProblem['kind'],
    message: string,
    { fits, owner, ...options }: CatalogProblemOptions = {},
  ) {
    super(message, options)
    this.kind = kind
    this.fits = fits
    this.owner = owner
  }
}

interface CatalogProblemOptions extends ErrorOptions {
  readonly fits?: string | undefined
  readonly owner?: string | undefined
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

/** Whether an address names a catalog at all. */
export function isCatalogNamed({ product, sha256, file }: CatalogAddress): boolean {
  return product !== undefined || sha256 !== undefined || file !== undefined
}

const opened = new Map<string, Promise<DisplayCatalog>>()

/**
 * The catalog that an address names: the file in the address, one that was dropped here before, or one
 * of the five. The same address always gives the same object.
 *
 * @throws CatalogProblem (as a rejection)
 */
export function openCatalog(address: CatalogAddress): Promise<DisplayCatalog> {
  const key = keyOf(address)
  const found = opened.get(key)
  if (found) return found
  const opening = open(address)
  opened.set(key, opening)
  // What could not be opened may be there the next time.
  opening.catch(() => opened.delete(key))
  return opening
}

function keyOf({ product, sha256, file }: CatalogAddress): string {
  return `${product} ${sha256} ${file}`
}

/** Keeps a catalog of the reader's own in this browser, so that its addresses open here. */
export async function keepCatalog(text: string): Promise<DisplayCatalog> {
  const catalog = await readCatalog(text)
  keepText(catalog.sha256, text)
  const { id: product, sha256 } = catalog
  opened.set(keyOf({ product, sha256, file: undefined }), Promise.resolve(catalog))
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

async function open({ product, sha256, file }: CatalogAddress): Promise<DisplayCatalog> {
  if (file !== undefined) return openFile(file, product, sha256)
  const stored = sha256 === undefined ? null : keptText(sha256)
  const kept = stored === null ? undefined : await readCatalog(stored)
  if (kept && (product === undefined || kept.id === product)) return kept
  const url = Object.hasOwn(SHIPPED, product ?? '') ? SHIPPED[product ?? ''] : undefined
  const here = url === undefined ? undefined : await fetchCatalog(url)
  if (here && (sha256 === undefined || here.sha256 === sha256)) return here
  if (sha256 === undefined) {
    throw new CatalogProblem('unknown', `there is no catalog \`${product}\``)
  }
  const fits = here?.sha256
  if (!HASH.test(sha256)) throw new CatalogProblem('misnamed', 'this is no SHA-256', { fits })
  const all = Promise.all(Object.values(SHIPPED).map(fetchCatalog))
  // Whose hash it is only helps where the product is named.
  const shipped = await (product === undefined ? all : all.catch(() => []))
  const named = kept ?? shipped.find(catalog => catalog.sha256 === sha256)
  if (named && product === undefined) return named
  if (named) {
    const owner = named.id
    throw new CatalogProblem('misnamed', `this is the hash of \`${owner}\``, { fits, owner })
  }
  throw fits === undefined
    ? new CatalogProblem('absent', `the catalog \`${product}\` is not in this browser`)
    : new CatalogProblem('changed', `the catalog \`${product}\` has changed since`, { fits })
}

/** A SHA-256 in base64url. */
const HASH = /^[\w-]{43}$/

async function openFile(file: string, id: string | undefined, sha256: string | undefined) {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await inflate(fromBase64url(file)))
  } catch (cause) {
    throw new CatalogProblem('unreadable', 'the file in the address cannot be read', { cause })
  }
  const catalog = await readCatalog(text)
  const isOther = id !== undefined && catalog.id !== id
  if (isOther || (sha256 !== undefined && catalog.sha256 !== sha256)) {
    const message = 'the file in the address is another catalog'
    throw new CatalogProblem('other', message, { owner: catalog.id, fits: catalog.sha256 })
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
