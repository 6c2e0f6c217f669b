import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { phoneTexts } from './texts.ts'

/** What no person uses: the screen on the wall, scripts, the API. */
export function MachinesPage() {
  const texts = useTexts(phoneTexts)
  return (
    <>
      <PageHeader title={texts.machines} description={texts.machinesLead} />
      <div className="card-grid">
        <Gated permission="wallboard.view" title={texts.wallboard}>
          <Card title={texts.wallboard}>
            <p className="count">
              11 <span>{texts.wallboardUnit}</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="scripts.run" title={texts.scripts.title}>
          <Card {...texts.scripts} />
        </Gated>
        <Gated permission="api.use" title={texts.api.title}>
          <Card {...texts.api} />
        </Gated>
      </div>
    </>
  )
}
