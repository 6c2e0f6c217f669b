import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { phoneTexts } from './texts.ts'

/** The page group Administration, and the two logs. */
export function AdministrationPage() {
  const texts = useTexts(phoneTexts)
  return (
    <>
      <PageHeader title={texts.administration} description={texts.administrationLead} />
      <div className="card-grid">
        <Gated permission="administration-portal.view" title={texts.company.title}>
          <Card {...texts.company} />
        </Gated>
        <Gated permission="administration.view" title={texts.administration}>
          <SettingsCard permission="company.edit" texts={texts.settings} on={['pause', 'number']} />
        </Gated>
        <SettingsCard permission="resource-filters.manage" texts={texts.filters} on={['leads']} />
        <Gated permission="user-groups.supervise" title={texts.supervised.title}>
          <Card {...texts.supervised} />
        </Gated>
        <LogCard permission="access-log.view" title={texts.accessLog} lines={texts.accesses} />
        <LogCard permission="change-log.view" title={texts.changeLog} lines={texts.changes} />
      </div>
    </>
  )
}

interface LogProps {
  readonly permission: string
  readonly title: string
  readonly lines: readonly string[]
}

function LogCard({ permission, title, lines }: LogProps) {
  const common = useTexts(commonTexts)
  return (
    <Gated permission={permission} title={title}>
      <Card title={title} description={common.today}>
        <ul className="bullet-list">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </Gated>
  )
}
