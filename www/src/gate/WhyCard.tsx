import { Heading } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { useView } from '../session/SessionContext.ts'
import { lacksOf, OUTCOMES, reasonOf } from './explanations.ts'

interface Props {
  readonly permission: string
  readonly decision: Decision
}

/** The reason behind a decision: its sentence, its code, what the screen does, what is missing. */
export function WhyCard({ permission, decision }: Props) {
  const { names } = useView()
  const lacks = lacksOf(decision, names)
  return (
    <div className="why-card" data-why={permission}>
      <Heading slot="title">{names?.permission(permission) ?? permission}</Heading>
      <p>{reasonOf(decision)}</p>
      {lacks.length > 0 && (
        <div className="why-missing">
          <p>What would help</p>
          <ul>
            {lacks.map(lack => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="facts">
        <dt>Permission</dt>
        <dd>
          <code>{permission}</code>
        </dd>
        <dt>Code</dt>
        <dd>
          <code>{decision.code}</code>
        </dd>
        <dt>Outcome</dt>
        <dd>
          <code>{decision.outcome}</code> {OUTCOMES[decision.outcome]}
        </dd>
        <dt>Level held</dt>
        <dd>
          <code>{decision.level}</code>
        </dd>
      </dl>
    </div>
  )
}
