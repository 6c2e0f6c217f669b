import type { Membership, SnapshotRole } from '../server/types.ts'
import { TextDecoder } from '../text.ts'
import type { Scenario } from './scenario.ts'

/** What is read of a snapshot. */
interface Claims {
  readonly sub: string
  readonly iat: number
  readonly catalog: { readonly sha256: string }
  readonly entitlements?: readonly string[]
  readonly memberships: readonly Membership[]
  readonly roles?: readonly SnapshotRole[]
}

/** What a token says, without proof: its time, and a scenario for each membership. */
export function claimsOf(token: string): {
  readonly issued: number
  readonly scenarios: readonly Scenario[]
} {
  const { sub, iat, catalog, entitlements = [], memberships, roles = [] } = payloadOf(token)
  const person = { catalog: catalog.sha256, subject: sub, entitlements, customRoles: roles }
  const scenarios = memberships.map(
    ({ groups = [], layers = [], filters = [], ...membership }) => ({
      ...membership,
      ...person,
      groups,
      layers,
      filters,
    }),
  )
  return { issued: iat, scenarios }
}

/**
 * What a token says of a person, as scenarios: one for each membership, `at` the time of issue. Nothing of
 * it is verified; {@link parseScenario} or a stage check it as any other scenario.
 *
 * @throws TypeError for a text that is no token of a role snapshot
 */
export function unverifiedScenarios(token: string): readonly Scenario[] {
  try {
    const { issued, scenarios } = claimsOf(token)
    return scenarios.map(scenario => ({ ...scenario, at: issued }))
  } catch (error) {
    throw new TypeError('the text is no token of a role snapshot', { cause: error })
  }
}

function payloadOf(token: string): Claims {
  const [, payload = ''] = token.split('.')
  const text = atob(payload.replace(/-/g, '+').replace(/_/g, '/'))
  const bytes = Uint8Array.from(text, character => character.charCodeAt(0))
  return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}
