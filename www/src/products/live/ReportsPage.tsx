import { Gated } from '../../gate/Gated.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** Figures of the day. */
export function ReportsPage() {
  return (
    <>
      <PageHeader title="Reports" description="Figures of the day." />
      <div className="card-grid">
        <Gated permission="reports.view-metrics-dashboard" title="Metrics">
          <Card title="Metrics">
            <p className="count">
              128 <span>conversations, 4.6 of 5 stars</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="reports.view-waiting-sessions" title="Waiting sessions">
          <Card title="Waiting sessions">
            <p className="count">
              6 <span>waiting, the longest for 3 minutes</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="reports.view-other-modules" title="Agents and groups">
          <Card title="Agents and groups">
            <p className="count">
              38 s <span>until the first answer</span>
            </p>
          </Card>
        </Gated>
      </div>
    </>
  )
}
