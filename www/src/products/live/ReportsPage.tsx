import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useSamples } from './samples.ts'
import { liveTexts } from './texts.ts'

const SESSIONS = [
  { customer: 'Customer 5131', group: 'Delivery', minutes: 3 },
  { customer: 'Customer 5132', group: 'Payment', minutes: 2 },
  { customer: 'Customer 5134', group: 'Delivery', minutes: 1 },
] as const

const AGENTS = [
  { name: 'Beatriz', conversations: 51, seconds: 31 },
  { name: 'Caio', conversations: 42, seconds: 38 },
  { name: 'Davi', conversations: 35, seconds: 46 },
] as const

/** Figures of the day. */
export function ReportsPage() {
  const texts = useTexts(liveTexts)
  const sessions = useSamples(SESSIONS)
  return (
    <>
      <PageHeader title={texts.reports} description={texts.reportsLead} />
      <div className="card-grid">
        <Gated permission="reports.view-metrics-dashboard" title={texts.metrics}>
          <Card title={texts.metrics}>
            <p className="count">
              128 <span>{texts.metricsUnit}</span>
            </p>
            <dl className="details">
              {texts.figures.map(([name, figure]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{figure}</dd>
                </div>
              ))}
            </dl>
          </Card>
        </Gated>
        <Gated permission="reports.view-waiting-sessions" title={texts.waiting}>
          <Card title={texts.waiting}>
            <ul className="rows report-rows">
              {sessions.map(({ customer, group, minutes }) => (
                <li key={customer}>
                  <div className="row-text">
                    <strong>{customer}</strong>
                    <span>{group}</span>
                  </div>
                  <Badge>{texts.waits(minutes)}</Badge>
                </li>
              ))}
            </ul>
          </Card>
        </Gated>
        <Gated permission="reports.view-other-modules" title={texts.modules}>
          <Card title={texts.modules}>
            <ul className="rows report-rows">
              {AGENTS.map(({ name, conversations, seconds }) => (
                <li key={name}>
                  <Avatar name={name} size={34} />
                  <div className="row-text">
                    <strong>{name}</strong>
                    <span>{texts.answers(conversations, seconds)}</span>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
