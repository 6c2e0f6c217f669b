import { Gauge, LayoutDashboard } from 'lucide-react'
import { RecordList } from '../../gate/RecordList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DASHBOARDS, QUEUES } from './records.ts'

/** Queues and company dashboards, as far as the filters leave them. */
export function TrafficPage() {
  return (
    <>
      <PageHeader title="Queues" description="Who is waiting, and what the screens show." />
      <div className="columns">
        <section className="card">
          <h2>Queues</h2>
          <RecordList
            permission="queues.view"
            records={QUEUES}
            title="Queues"
            nameOf={({ name }) => name}
            empty="There are no queues that you may see."
          >
            {visible => (
              <ul className="rows">
                {visible.map(({ id, name, waiting }) => (
                  <li key={id} data-record={id}>
                    <Gauge aria-hidden size={18} />
                    <div className="row-text">
                      <strong>{name}</strong>
                    </div>
                    <span className="badge">{waiting} waiting</span>
                  </li>
                ))}
              </ul>
            )}
          </RecordList>
        </section>
        <section className="card">
          <h2>Company dashboards</h2>
          <RecordList
            permission="dashboards.view"
            records={DASHBOARDS}
            title="Company dashboards"
            nameOf={({ name }) => name}
            empty="There are no dashboards that you may see."
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
