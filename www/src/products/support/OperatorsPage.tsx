import { TeamList } from '../../shared/team/TeamList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useOperators } from './data.ts'

/** The operators and their roles. */
export function OperatorsPage() {
  const [operators, update] = useOperators()
  return (
    <>
      <PageHeader
        title="Operators"
        description="The people who answer visitors, and their roles."
      />
      <TeamList people={operators} domain="haldencycles.example" update={update} />
    </>
  )
}
