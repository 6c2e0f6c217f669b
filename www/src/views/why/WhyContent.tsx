import type { InForce } from '../../scenario/Scene.ts'
import { useStore } from '../../scenario/store.ts'
import { askedRecord } from './why.ts'

interface Props {
  readonly inForce: InForce
  readonly question: string
}

export function WhyContent({ inForce, question }: Props) {
  const record = useStore(askedRecord)
  const { code, outcome } = inForce.gate.explain(question, record)
  return (
    <p>
      <code>{code}</code> <code>{outcome}</code>
    </p>
  )
}
