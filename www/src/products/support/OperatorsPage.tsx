import { TeamList } from '../../shared/team/TeamList.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'
import { useOperators } from './data.ts'

/** Who answers, and as what. */
export function OperatorsPage() {
  const [operators, update] = useOperators()
  return (
    <>
      <PageHead title="Operators" note="Who answers, and as what." />
      <TeamList people={operators} domain="haldencycles.example" update={update} />
    </>
  )
}
