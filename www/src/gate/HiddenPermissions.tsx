import { EyeOff } from 'lucide-react'
import { useSessionState } from '../session/SessionContext.ts'
import { missingTexts, reasonText } from './explanations.ts'
import { useInspect } from './InspectContext.ts'
import { useDecideForAnyRecord } from './useGate.ts'

/** In inspect mode: the permissions of a section that are hidden from the person, and why. */
export function HiddenPermissions({ permissions }: { readonly permissions: readonly string[] }) {
  const inspect = useInspect()
  const decide = useDecideForAnyRecord()
  const { catalog } = useSessionState()
  if (!inspect) return null
  const hidden = permissions
    .map(permission => ({ permission, decision: decide(permission) }))
    .filter(({ decision }) => decision.outcome === 'hide')
  return (
    <aside className="hidden-permissions" aria-labelledby="hidden-permissions">
      <h2 id="hidden-permissions">
        <EyeOff aria-hidden size={16} />
        {hidden.length === 0 ? 'Nothing is hidden in this section' : 'Hidden in this section'}
      </h2>
      <ul>
        {hidden.map(({ permission, decision }) => (
          <li key={permission} data-hidden-permission={permission}>
            <p className="hidden-name">{catalog?.permissionLabel(permission) ?? permission}</p>
            <p>
              <code>{permission}</code> <code>{decision.code}</code>
            </p>
            <p>
              {[
                reasonText(decision),
                ...missingTexts(decision, catalog).map(text => `${text}.`),
              ].join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
