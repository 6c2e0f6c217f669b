import { Heading } from 'react-aria-components'
import type { Decision } from 'rolegate'
import { useSessionState } from '../session/SessionContext.ts'
import { missingTexts, OUTCOME_TEXTS, reasonText } from './explanations.ts'

interface Props {
  readonly permission: string
  readonly decision: Decision
}

/** Explains a decision: the reason, what is missing, the code, the outcome and the level. */
export function WhyCard({ permission, decision }: Props) {
  const { catalog } = useSessionState()
  const missing = missingTexts(decision, catalog)
  return (
    <div className="why-card">
      <Heading slot="title">{catalog?.permissionLabel(permission) ?? permission}</Heading>
      <p>{reasonText(decision)}</p>
      {missing.length > 0 && (
        <div className="why-missing">
          <p>What is missing</p>
          <ul>
            {missing.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="details">
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
          <code>{decision.outcome}</code> {OUTCOME_TEXTS[decision.outcome]}
        </dd>
        <dt>Level held</dt>
        <dd>
          <code>{decision.level}</code>
        </dd>
      </dl>
    </div>
  )
}
