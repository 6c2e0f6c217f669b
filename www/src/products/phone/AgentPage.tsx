import { Headset, LogIn } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { PROFILES } from './records.ts'
import { useSamples } from './samples.ts'
import { phoneTexts } from './texts.ts'

const REQUEST = '“Where is the frame that I ordered last week?”'

/** The agent's own application: the profiles to log on with, and the request at hand. */
export function AgentPage() {
  const texts = useTexts(phoneTexts)
  const profiles = useSamples(PROFILES)
  const request = useSamples(REQUEST)
  return (
    <>
      <PageHeader title={texts.agent} description={texts.agentLead} />
      <div className="columns">
        <section className="card">
          <h2>{texts.profiles}</h2>
          <RecordList
            permission="profiles.log-on"
            records={profiles}
            title={texts.profiles}
            nameOf={({ name }) => name}
            empty={texts.noProfiles}
          >
            {visible => (
              <ul className="rows">
                {visible.map(({ id, name }) => (
                  <li key={id} data-record={id}>
                    <Headset aria-hidden size={18} />
                    <div className="row-text">
                      <strong>{name}</strong>
                    </div>
                    <Button icon={LogIn} small onPress={() => toast(texts.loggedOn(name))}>
                      {texts.logOn}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </RecordList>
        </section>
        <Gated permission="agent-application.view" title={texts.request.title}>
          <Card {...texts.request}>
            <p>{request}</p>
          </Card>
        </Gated>
      </div>
    </>
  )
}
