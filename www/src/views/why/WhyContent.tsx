import { useMemo } from 'react'
import type { GateView } from 'rolegate'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useStore } from '../../scenario/store.ts'
import { useScene } from '../../scenario/useScene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Explained } from './Explained.tsx'
import { factsOf, withRelations } from './record.ts'
import { askedRecord } from './why.ts'

interface Props {
  readonly inForce: InForce
  readonly question: string
  readonly permission: Permission
}

/** The explanation of a decision, on the record that is asked about, if any. */
export function WhyContent({ inForce, question, permission }: Props) {
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
      explanation={explain(plain.gate, question, asked)}
      kind={kind}
      isAsked={asked !== undefined}
    />
  )
}

const plainRecords = () => ({})

/** Without a record: whether it can hold for any, and if not, what is missing for every one. */
function explain(gate: GateView, question: string, record: object | undefined) {
  const explanation = gate.explain(question, record)
  const isForNone = explanation.code === 'record-required' && !gate.maybe(question)
  return isForNone ? gate.explain(question, {}) : explanation
}
