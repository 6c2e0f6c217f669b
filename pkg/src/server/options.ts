import { optional, readBoolean, readFunction, readInteger, readText, wrong } from '../checks.ts'
import { readCatalogFile, readRecords } from '../options.ts'
import type { IssuerOptions } from './types.ts'

const LIFETIME = 600

/** What `createIssuer` was given beside the keys, checked, with what stands in for the rest. */
export interface Settings extends Pick<IssuerOptions, 'etag' | 'records'> {
  readonly files: readonly Uint8Array[]
  readonly issuer: string
  readonly audience: string
  readonly lifetime: number
  readonly now: () => number
}

/** @throws TypeError for a wrong option */
export function readOptions(given: Omit<IssuerOptions, 'key'>): Settings {
  const { catalog, issuer, audience, lifetime, etag, records, now } = given
  const files = [catalog].flat().map(file => readCatalogFile(file, '`catalog` must be'))
  if (files.length === 0) throw wrong('`catalog` must list at least one')
  optional(records, readRecords)
  return {
    files,
    issuer: readText(issuer, 'issuer'),
    audience: readText(audience, 'audience'),
    lifetime: readInteger(lifetime ?? LIFETIME, 'lifetime', 1, Number.MAX_SAFE_INTEGER),
    etag: optional(etag, value => readBoolean(value, 'etag')),
    records,
    now: readFunction(now ?? Date.now, '`now`'),
  }
}
