import { useMemo } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { sampleInSight } from '../../scenario/samples.ts'
import { useStore } from '../../scenario/store.ts'
import { useScene } from '../../scenario/useScene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Explained } from './Explained.tsx'
import { factsOf, withRelations } from './record.ts'
import { whyTexts } from './texts.ts'
import { useWords } from './useWords.ts'
import { askedRecord } from './why.ts'

interface Props {
  readonly inForce: InForce
  readonly question: string
  readonly permission: Permission
}

/** The explanation of a decision about who looks, or about other roles that the address names. */
export function WhyContent(props: Props) {
  const { as } = useWorkbench().address
  return as ? <OfRoles {...props} roles={as} /> : <Answer {...props} />
}

/** Somebody with other roles and everything else as the scenario has it. */
function OfRoles({ roles, inForce, ...props }: Props & { readonly roles: readonly string[] }) {
  const texts = useTexts(whyTexts)
  const { recordsOf } = useWorkbench()
  const { catalog, scenario } = inForce
  const { inForce: other } = useScene(recordsOf, catalog, { ...scenario, roles })
  const words = useWords(catalog, scenario)
  if (!other) return <Skeleton lines={6} />
  return (
    <>
      <p className="why-who">
        {texts.asks} <strong>{other.scenario.roles.map(words.role).join(' + ')}</strong>
      </p>
      <Answer inForce={other} {...props} />
    </>
  )
}

/** The explanation, on the record that is asked about, if any. */
function Answer({ inForce, question, permission }: Props) {
  if (permission.record !== undefined) {
    return <OfRecord inForce={inForce} question={question} kind={permission.record} />
  }
  const explanation = inForce.gate.explain(question)
  return <Explained inForce={inForce} question={question} explanation={explanation} />
}

interface OfRecordProps extends Omit<Props, 'permission'> {
  readonly kind: string
}

/** Records of the product are asked about by their facts, so that one that does not exist can be, too. */
function OfRecord({ inForce, question, kind }: OfRecordProps) {
  const { address, recordsOf } = useWorkbench()
  const { catalog, scenario } = inForce
  const record = useStore(askedRecord)
  const facts = useMemo(
    () => (record ? factsOf(recordsOf(catalog), kind, record) : undefined),
    [record, recordsOf, catalog, kind],
  )
  const { inForce: plain } = useScene(plainRecords, catalog, scenario)
  if (!plain) return <Skeleton lines={6} />
  const { relations } = address
  const asked = relations ? withRelations(facts, relations, plain.scenario) : facts
  return (
    <Explained
      inForce={plain}
      question={question}
      explanation={explain(plain, question, asked)}
      kind={kind}
      isAsked={asked !== undefined}
    />
  )
}

const plainRecords = () => ({})

/** Without a record: whether it can hold for any, and if not, what is missing for every one. */
function explain({ gate, scenario }: InForce, question: string, record: object | undefined) {
  const explanation = gate.explain(question, record)
  const isForNone = explanation.code === 'record-required' && !gate.maybe(question)
  return isForNone ? gate.explain(question, sampleInSight(scenario)) : explanation
}
