import { Headset, LogIn } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { PROFILES } from './records.ts'

/** The agent's own application: the profiles to log on with, and the request at hand. */
export function AgentPage() {
  return (
    <>
      <PageHeader title="Agent application" description="Log on with a profile to get requests." />
      <div className="columns">
        <section className="card">
          <h2>Profiles</h2>
          <RecordList
            permission="profiles.log-on"
            records={PROFILES}
            title="Profiles"
            nameOf={({ name }) => name}
            empty="There are no profiles that you can log on with."
          >
            {visible => (
              <ul className="rows">
                {visible.map(({ id, name }) => (
                  <li key={id} data-record={id}>
                    <Headset aria-hidden size={18} />
                    <div className="row-text">
                      <strong>{name}</strong>
                    </div>
                    <Button icon={LogIn} small onPress={() => toast(`Logged on with ${name}`)}>
                      Log on
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </RecordList>
        </section>
        <Gated permission="agent-application.view" title="Request">
          <Card title="Request" description="Orders, waiting for 40 seconds">
            <p>“Where is the frame that I ordered last week?”</p>
          </Card>
        </Gated>
      </div>
    </>
  )
}
