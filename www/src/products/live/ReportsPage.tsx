import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { liveTexts } from './texts.ts'

/** Figures of the day. */
export function ReportsPage() {
  const texts = useTexts(liveTexts)
  return (
    <>
      <PageHeader title={texts.reports} description={texts.reportsLead} />
      <div className="card-grid">
        <Gated permission="reports.view-metrics-dashboard" title={texts.metrics}>
          <Card title={texts.metrics}>
            <p className="count">
              128 <span>{texts.metricsUnit}</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="reports.view-waiting-sessions" title={texts.waiting}>
          <Card title={texts.waiting}>
            <p className="count">
              6 <span>{texts.waitingUnit}</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="reports.view-other-modules" title={texts.modules}>
          <Card title={texts.modules}>
            <p className="count">
              38 s <span>{texts.modulesUnit}</span>
            </p>
          </Card>
        </Gated>
      </div>
    </>
  )
}
