import { ArrowLeftRight } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { useSamples } from './samples.ts'
import { liveTexts } from './texts.ts'

const AGENTS = [
  { name: 'Beatriz', customer: 'Customer 5120', minutes: 4 },
  { name: 'Caio', customer: 'Customer 5124', minutes: 1 },
  { name: 'Davi', customer: null, minutes: 12 },
] as const

/** What the agents are doing at the moment. */
export function MonitorPage() {
  const texts = useTexts(liveTexts)
  const agents = useSamples(AGENTS)
  return (
    <>
      <PageHeader title={texts.monitor} description={texts.monitorLead} />
      <Gated permission="monitor.view" title={texts.monitor}>
        <ul className="rows card">
          {agents.map(({ name, customer, minutes }) => (
            <li key={name}>
              <Avatar name={name} size={34} />
              <div className="row-text">
                <strong>{name}</strong>
                <span>{customer ?? texts.noCustomer}</span>
              </div>
              <Badge tone={customer ? 'accent' : 'good'}>
                {customer ? texts.busy(minutes) : texts.free(minutes)}
              </Badge>
              {customer && (
                <GatedButton
                  permission="monitor.transfer-conversations"
                  label={texts.transfer}
                  name={texts.transferOf(name)}
                  icon={ArrowLeftRight}
                  small
                  onPress={() => toast(texts.transferred(customer))}
                />
              )}
            </li>
          ))}
        </ul>
      </Gated>
    </>
  )
}
