import { useTexts } from '../../language/LanguageContext.ts'
import { TeamList } from '../../shared/team/TeamList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useOperators } from './data.ts'
import { supportTexts } from './texts.ts'

/** The operators and their roles. */
export function OperatorsPage() {
  const texts = useTexts(supportTexts)
  const [operators, update] = useOperators()
  return (
    <>
      <PageHeader title={texts.operators} description={texts.operatorsLead} />
      <TeamList people={operators} domain="haldencycles.example" update={update} />
    </>
  )
}
