import { Gauge, LayoutDashboard } from 'lucide-react'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DASHBOARDS, QUEUES } from './records.ts'
import { useSamples } from './samples.ts'
import { phoneTexts } from './texts.ts'

/** Queues and company dashboards, as far as the filters leave them. */
export function TrafficPage() {
  const texts = useTexts(phoneTexts)
  const dashboards = useSamples(DASHBOARDS)
  const queues = useSamples(QUEUES)
  return (
    <>
      <PageHeader title={texts.queues} description={texts.queuesLead} />
      <div className="columns">
        <section className="card">
          <h2>{texts.queues}</h2>
          <RecordList
            permission="queues.view"
            records={queues}
            title={texts.queues}
            nameOf={({ name }) => name}
            empty={texts.noQueues}
          >
            {visible => (
              <ul className="rows">
                {visible.map(({ id, name, waiting }) => (
                  <li key={id} data-record={id}>
                    <Gauge aria-hidden size={18} />
                    <div className="row-text">
                      <strong>{name}</strong>
                    </div>
                    <span className="badge">{texts.waiting(waiting)}</span>
                  </li>
                ))}
              </ul>
            )}
          </RecordList>
        </section>
        <section className="card">
          <h2>{texts.dashboards}</h2>
          <RecordList
            permission="dashboards.view"
            records={dashboards}
            title={texts.dashboards}
            nameOf={({ name }) => name}
            empty={texts.noDashboards}
          >
            {visible => (
              <ul className="rows">
                {visible.map(({ id, name }) => (
                  <li key={id} data-record={id}>
                    <LayoutDashboard aria-hidden size={18} />
                    <div className="row-text">
                      <strong>{name}</strong>
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </RecordList>
        </section>
      </div>
    </>
  )
}
