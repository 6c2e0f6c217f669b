import { ArrowUpRight } from 'lucide-react'
import { Link } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { href } from '../selection/route.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { useView } from '../session/SessionContext.ts'
import { wantedEntitlements } from './explanations.ts'

/** Leads to the same screen on the package that includes what is missing. */
export function UpgradeLink({ decision }: { readonly decision: Decision }) {
  const { product, route } = useScene()
  const { names } = useView()
  const wanted = wantedEntitlements(decision)
  const offer = product.packages.find(pack => names?.covers(pack.entitlements, wanted))
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
