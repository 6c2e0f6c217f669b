import { createGate, type Gate } from 'rolegate'
import { CatalogProblem, openCatalog } from '../../scenario/catalogs.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { type Claims, unverifiedClaims } from './claims.ts'
import { type Cleaned, findKeySet, findToken } from './clean.ts'

/** The steps of verification, in the order in which the gate takes them. */
export const STEPS = [
  'text',
  'shape',
  'header',
  'keys',
  'key',
  'signature',
  'claims',
  'time',
  'catalog',
  'content',
] as const

export type StepId = (typeof STEPS)[number]

/** The step at which a code of the gate ends the verification. */
const STEP_OF: Readonly<Record<string, StepId>> = {
  ERR_TOKEN_MALFORMED: 'shape',
  ERR_TOKEN_TOO_LARGE: 'shape',
  ERR_ALG_NOT_ALLOWED: 'header',
  ERR_TYP_NOT_ALLOWED: 'header',
  ERR_CRIT_NOT_SUPPORTED: 'header',
  ERR_KEYS_INVALID: 'keys',
  ERR_KEY_UNKNOWN: 'key',
  ERR_SIGNATURE_INVALID: 'signature',
  ERR_CLAIM_INVALID: 'claims',
  ERR_SNAPSHOT_EXPIRED: 'time',
  ERR_SNAPSHOT_NOT_YET_VALID: 'time',
  ERR_CATALOG_MISMATCH: 'catalog',
  ERR_CATALOG_INVALID: 'catalog',
  ERR_FETCH_FAILED: 'catalog',
  ERR_SNAPSHOT_INVALID: 'content',
}

/** What was pasted. */
export interface Pasted {
  readonly text: string
  readonly keys: string
  readonly issuer: string
  readonly audience: string
}

/** A step that does not hold, as the gate says. */
export interface Refusal {
  readonly step: StepId
  readonly code: string
  readonly message: string
}

/** What the verification came to. */
export interface Verification extends Cleaned {
  /** Whether what was pasted as keys is in PEM, which no key set is. */
  readonly isPem: boolean
  /** Whether issuer and audience are those that the token itself claims. */
  readonly isUnchecked: boolean
  /** The step that does not hold now. */
  readonly refusal: Refusal | null
  /** The step that did not hold at the time of issue either, where the time was the trouble. */
  readonly refusalAtIssue: Refusal | null
  /** What the snapshot says, and a gate that has it in force: now, or as of issue. */
  readonly read: Read | null
}

export interface Read {
  readonly claims: Claims
  readonly catalog: DisplayCatalog
  readonly gate: Gate
  readonly isAsOfIssue: boolean
  /** Moves the gate's clock past the end of the snapshot; the page's clock stays as it is. */
  readonly expire: () => void
}

/** Verifies what was pasted as an application would. The gate decides; nothing is checked twice. */
export async function verify({ text, issuer, audience, ...pasted }: Pasted): Promise<Verification> {
  const keys = findKeySet(pasted.keys)
  const cleaned = findToken(text)
  const { token } = cleaned
  const unverified = unverifiedClaims(token)
  const isUnchecked = issuer === '' || audience === ''
  const common = { ...cleaned, isPem: keys.includes('-----BEGIN'), isUnchecked }
  let catalog: DisplayCatalog | undefined
  const load = async (
    claimed: Claims | null,
    start: () => number,
    trusted = keys,
  ): Promise<Read | null> => {
    let isOver = false
    const end = ((claimed?.exp ?? 0) + LONGEST_LEEWAY) * 1000
    const gate = createGate({
      keys: trusted,
      issuer: issuer || claimed?.iss || '-',
      audience: audience || audienceOf(claimed) || '-',
      catalog: async ({ id, sha256 }) => {
        catalog = await findCatalog(id, sha256)
        return catalog?.text
      },
      maxLifetime: TEN_YEARS,
      now: () => (isOver ? end : start()),
    })
    await gate.load(token)
    if (!claimed || !catalog) return null
    const expire = () => {
      isOver = true
    }
    return { claims: claimed, catalog, gate, isAsOfIssue: start !== Date.now, expire }
  }
  const nothing = { ...common, refusal: null, refusalAtIssue: null, read: null }
  try {
    return { ...nothing, read: await load(unverified, Date.now) }
  } catch (error) {
    const refusal = await firstRefusal(refusalOf(error), cleaned, () =>
      load(unverified, Date.now, ANY_KEYS),
    )
    if (refusal.step !== 'time' || !unverified) return { ...nothing, refusal }
    const issued = unverified.iat * 1000
    try {
      return { ...nothing, refusal, read: await load(unverified, () => issued) }
    } catch (atIssue) {
      return { ...nothing, refusal, refusalAtIssue: refusalOf(atIssue) }
    }
  }
}

/** The step that does not hold first: a gate with an unusable key set looks at no token. */
async function firstRefusal(
  refusal: Refusal,
  { isFound }: Pick<Cleaned, 'isFound'>,
  withOtherKeys: () => Promise<unknown>,
): Promise<Refusal> {
  if (refusal.step === 'keys') {
    const other = await withOtherKeys().then(() => refusal, refusalOf)
    const isBefore = STEPS.indexOf(other.step) < STEPS.indexOf('keys')
    return isBefore ? firstRefusal(other, { isFound }, withOtherKeys) : refusal
  }
  return refusal.step === 'shape' && !isFound ? { ...refusal, step: 'text' } : refusal
}

/** A set that can be used, and holds nobody's key: that of RFC 8037, appendix A.2. */
const ANY_KEYS = JSON.stringify({
  keys: [
    { kty: 'OKP', crv: 'Ed25519', kid: 'any', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  ],
})

/** Seconds; a snapshot that was good for a day or a year shall be read, too. */
const TEN_YEARS = 10 * 365 * 86_400
const LONGEST_LEEWAY = 300

/** The refusal that an error of the gate is. */
export function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'ERR_UNEXPECTED'
  const message = error instanceof Error ? error.message : String(error)
  return { step: STEP_OF[code] ?? 'shape', code, message }
}

async function findCatalog(id: string, sha256: string): Promise<DisplayCatalog | undefined> {
  try {
    return await openCatalog({ product: id, sha256, file: undefined })
  } catch (error) {
    if (error instanceof CatalogProblem && error.kind !== 'unreachable') return undefined
    throw error
  }
}

function audienceOf(claims: Claims | null): string | undefined {
  const audience = claims?.aud
  return typeof audience === 'string' ? audience : audience?.[0]
}
