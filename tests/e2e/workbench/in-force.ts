import type { Page } from '@playwright/test'
import type { InForce } from '../../../www/src/scenario/Scene.ts'

/** What a snapshot claims, as it was signed. */
export interface Claims {
  readonly sub: string
  readonly seq: number
  readonly iat: number
  readonly catalog: { readonly id: string; readonly sha256: string }
  readonly entitlements: readonly string[]
  readonly memberships: readonly {
    readonly workspace: string
    readonly roles: readonly string[]
    readonly groups: readonly string[]
    readonly layers: readonly {
      readonly from: string
      readonly id?: string
      readonly values: Readonly<Record<string, string>>
    }[]
    readonly filters: readonly Readonly<Record<string, readonly string[]>>[]
  }[]
  readonly roles: readonly {
    readonly id: string
    readonly label?: { readonly en: string }
    readonly values: Readonly<Record<string, string>>
  }[]
}

interface Recorder {
  /** The texts that the page signed: header and payload. */
  readonly signed: string[]
  /** Whether the next signatures wait for `release`. */
  isHolding: boolean
  release: () => void
}

declare global {
  var recorder: Recorder
  var rolegate: InForce | null
}

/** Keeps what the page signs from its next load on, and lets a test hold signatures back. */
export async function recordSigned(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { sign } = SubtleCrypto.prototype
    let waiting: (() => void)[] = []
    globalThis.recorder = {
      signed: [],
      isHolding: false,
      release() {
        this.isHolding = false
        for (const go of waiting) go()
        waiting = []
      },
    }
    SubtleCrypto.prototype.sign = async function (algorithm, key, data) {
      const { recorder } = globalThis
      recorder.signed.push(new TextDecoder().decode(data))
      if (recorder.isHolding) await new Promise<void>(resolve => waiting.push(resolve))
      return sign.call(this, algorithm, key, data)
    }
  })
}

/**
 * The claims of the snapshot that the gate on the screen holds: of the texts that the page signed, the one
 * with the gate's `seq`. A page that shows one person in Look has no other gate.
 */
export function claimsInForce(page: Page): Promise<readonly Claims[]> {
  return page.evaluate(() => {
    const { gate, catalog } = globalThis.rolegate ?? {}
    return globalThis.recorder.signed
      .map(text => {
        const base64 = (text.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
        return JSON.parse(new TextDecoder().decode(bytes)) as Claims
      })
      .filter(claims => claims.seq === gate?.seq && claims.catalog.sha256 === catalog?.sha256)
  })
}

export function hold(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.recorder.isHolding = true
  })
}

export function release(page: Page): Promise<void> {
  return page.evaluate(() => globalThis.recorder.release())
}

/** How many signatures the page has asked for. */
export function signatures(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.recorder.signed.length)
}
