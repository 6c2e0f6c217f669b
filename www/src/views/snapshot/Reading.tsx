import { ScanEye } from 'lucide-react'
import type { GateView } from 'rolegate'
import { unverifiedScenarios } from 'rolegate/preview'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { OF_ONE_PRODUCT } from '../../scenario/address.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Time } from '../../ui/Time.tsx'
import { held } from './held.ts'
import { snapshotTexts } from './texts.ts'
import type { Read, Verification } from './verify.ts'

interface Props {
  readonly verification: Verification
  readonly read: Read
}

/** What a verified snapshot says, and a way to look as its person. */
export function Reading({ verification, read }: Props) {
  const texts = useTexts(snapshotTexts)
  const label = useLabels()
  const { claims, catalog, gate, isAsOfIssue } = read
  const scenarios = unverifiedScenarios(verification.token)
  const bought = (claims.entitlements ?? []).map(id => label(catalog.entitlement(id)?.label))
  return (
    <section className="card reading" aria-labelledby="reading">
      <h2 id="reading">
        {label(catalog.label)}
        {isAsOfIssue && <span className="badge warm">{texts.asOfIssue}</span>}
      </h2>
      {isAsOfIssue && (
        <p>
          {texts.asOfIssueHelp} <Time seconds={claims.iat} />
        </p>
      )}
      <dl className="details">
        <dt>{texts.person}</dt>
        <dd>
          <code>{claims.sub}</code>
        </dd>
        <dt>{texts.issued}</dt>
        <dd>
          <Time seconds={claims.iat} />
        </dd>
        <dt>{isAsOfIssue ? texts.expired : texts.expires}</dt>
        <dd>
          <Time seconds={claims.exp} />
        </dd>
        {claims.refresh_after !== undefined && (
          <>
            <dt>{texts.refresh}</dt>
            <dd>
              <Time seconds={claims.refresh_after} />
            </dd>
          </>
        )}
        <dt>{texts.number}</dt>
        <dd>
          {claims.seq} <small>{texts.numberHelp}</small>
        </dd>
        <dt>{texts.bought}</dt>
        <dd>{bought.join(' + ') || texts.none}</dd>
      </dl>
      {scenarios.map(scenario => (
        <MembershipRow
          key={scenario.workspace}
          scenario={scenario}
          catalog={catalog}
          gate={gate.in(scenario.workspace)}
        />
      ))}
    </section>
  )
}

interface RowProps {
  readonly scenario: Scenario
  readonly catalog: DisplayCatalog
  readonly gate: GateView
}

function MembershipRow({ scenario, catalog, gate }: RowProps) {
  const texts = useTexts(snapshotTexts)
  const label = useLabels()
  const { href } = useWorkbench()
  const roles = rolesOf(catalog, scenario.customRoles)
  const names = scenario.roles.map(id => label(roles.find(role => role.id === id)?.label))
  return (
    <div className="membership">
      <div>
        <h3>{texts.membership(scenario.workspace)}</h3>
        <p>{names.join(' + ') || texts.none}</p>
        <p className="field-help">
          {texts.holds(held(catalog, gate).length, catalog.permissions.length)}
        </p>
      </div>
      <a
        className="button solid"
        href={href({ ...OF_ONE_PRODUCT, product: catalog.id, scenario }, 'look')}
      >
        <ScanEye aria-hidden size={16} />
        {texts.lookAs}
      </a>
    </div>
  )
}
