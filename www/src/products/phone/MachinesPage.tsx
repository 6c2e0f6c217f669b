import { Gated } from '../../gate/Gated.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** What no person uses: the screen on the wall, scripts, the API. */
export function MachinesPage() {
  return (
    <>
      <PageHeader title="Wallboard and bots" description="For screens and programs." />
      <div className="card-grid">
        <Gated permission="wallboard.view" title="Wallboard">
          <Card title="Wallboard">
            <p className="count">
              11 <span>waiting, the longest for 2 minutes</span>
            </p>
          </Card>
        </Gated>
        <Gated permission="scripts.run" title="Scripts">
          <Card title="Scripts" description="Answers to frequent questions, run by the bot." />
        </Gated>
        <Gated permission="api.use" title="API">
          <Card title="API" description="Requests from your own programs." />
        </Gated>
      </div>
    </>
  )
}
