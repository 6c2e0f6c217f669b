import { EyeOff } from 'lucide-react'
import { useView } from '../session/SessionContext.ts'
import { lacksOf, reasonOf } from './explanations.ts'
import { useInspect } from './InspectContext.ts'
import { useStanding } from './useGate.ts'

/** While inspecting: what of this section is hidden from the person, and why. */
export function HiddenHere({ permissions }: { readonly permissions: readonly string[] }) {
  const inspect = useInspect()
  const standing = useStanding()
  const { names } = useView()
  if (!inspect) return null
  const hidden = permissions
    .map(permission => ({ permission, decision: standing(permission) }))
    .filter(({ decision }) => decision.outcome === 'hide')
  return (
    <aside className="hidden-here" aria-labelledby="hidden-here">
      <h2 id="hidden-here">
        <EyeOff aria-hidden size={16} />
        {hidden.length === 0 ? 'Nothing is hidden in this section' : 'Hidden in this section'}
      </h2>
      <ul>
        {hidden.map(({ permission, decision }) => (
          <li key={permission} data-hidden-permission={permission}>
            <p className="hidden-name">{names?.permission(permission) ?? permission}</p>
            <p className="hidden-codes">
              <code>{permission}</code> <code data-code>{decision.code}</code>
            </p>
            <p>
              {[reasonOf(decision), ...lacksOf(decision, names).map(lack => `${lack}.`)].join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
