import { Building2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { LevelCard } from './LevelCard.tsx'

const LOG = ['Admin changed the opening hours', 'Manager added Analyst']

/** What is set for everybody; with READ it can be looked at, with WRITE changed. */
export function SettingsPage() {
  return (
    <>
      <PageHead title="Settings" note="What is set for everybody." />
      <div className="settings">
        <LevelCard
          permission="company"
          title="Company"
          facts={{ Name: 'Halden Cycles', Plan: 'Yearly' }}
        />
        <LevelCard
          permission="organizations"
          title="Organizations"
          facts={{ Europe: '6 operators', 'North America': '3 operators' }}
        >
          <GatedButton
            permission="organizations.create"
            label="New organization"
            icon={Building2}
            small
            onPress={() => toast('An organization was created')}
          />
        </LevelCard>
        <LevelCard
          permission="chat-settings"
          title="Chat settings"
          facts={{ Widget: 'On every page', 'Opening hours': '9 to 17' }}
        />
        <LevelCard
          permission="add-on-settings"
          title="Add-ons"
          facts={{ Translation: 'On', Surveys: 'Off' }}
        />
        <LevelCard
          permission="analytics"
          title="Analytics"
          facts={{ Today: '84 conversations', Rating: '4.7 of 5' }}
        />
        <Gated permission="audit-log" title="Audit log">
          <Card title="Audit log" note="Today">
            <ul className="points">
              {LOG.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </Gated>
      </div>
    </>
  )
}
