import { ArrowLeftRight } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'

const AGENTS = [
  { name: 'Beatriz', talks: 'Customer 5120', since: '4 minutes' },
  { name: 'Caio', talks: 'Customer 5124', since: '1 minute' },
  { name: 'Davi', talks: 'nobody', since: '12 minutes' },
] as const

/** What the agents are doing at the moment. */
export function MonitorPage() {
  return (
    <>
      <PageHeader title="Monitor" description="What the agents are doing at the moment." />
      <Gated permission="monitor.view" title="Monitor">
        <ul className="rows card">
          {AGENTS.map(({ name, talks, since }) => (
            <li key={name}>
              <Avatar name={name} size={34} />
              <div className="row-text">
                <strong>{name}</strong>
                <span>
                  with {talks} for {since}
                </span>
              </div>
              {talks !== 'nobody' && (
                <GatedButton
                  permission="monitor.transfer-conversations"
                  label="Transfer"
                  name={`Transfer the conversation of ${name}`}
                  icon={ArrowLeftRight}
                  small
                  onPress={() => toast(`${talks} was transferred`)}
                />
              )}
            </li>
          ))}
        </ul>
      </Gated>
    </>
  )
}
