import { ArrowUpRight } from 'lucide-react'
import { Link } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { href } from '../selection/route.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { useSessionState } from '../session/SessionContext.ts'
import { missingEntitlements } from './explanations.ts'

/** Opens the same screen with the package that includes the missing entitlements. */
export function UpgradeLink({ decision }: { readonly decision: Decision }) {
  const { product, route } = useSelection()
  const { catalog } = useSessionState()
  const missing = missingEntitlements(decision)
  const offer = product.packages.find(pack => catalog?.covers(pack.entitlements, missing))
  if (!offer) return null
  return (
    <Link
      className="button upgrade-link"
      href={href(route, { package: offer.id })}
      aria-label={`Preview it on ${offer.label.en}`}
    >
      Preview it
      <ArrowUpRight aria-hidden size={15} />
    </Link>
  )
}
