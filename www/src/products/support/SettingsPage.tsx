import { Building2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { LevelCard } from './LevelCard.tsx'

const LOG = ['Admin changed the opening hours', 'Manager added Analyst']

/** Settings for everybody: READ shows a card, and WRITE allows changes. */
export function SettingsPage() {
  return (
    <>
      <PageHeader title="Settings" description="Settings for everybody." />
      <div className="card-grid">
        <LevelCard
          permission="company"
          title="Company"
          details={{ Name: 'Halden Cycles', Plan: 'Yearly' }}
        />
        <LevelCard
          permission="organizations"
          title="Organizations"
          details={{ Europe: '6 operators', 'North America': '3 operators' }}
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
          details={{ Widget: 'On every page', 'Opening hours': '9 to 17' }}
        />
        <LevelCard
          permission="add-on-settings"
          title="Add-ons"
          details={{ Translation: 'On', Surveys: 'Off' }}
        />
        <LevelCard
          permission="analytics"
          title="Analytics"
          details={{ Today: '84 conversations', Rating: '4.7 of 5' }}
        />
        <Gated permission="audit-log" title="Audit log">
          <Card title="Audit log" description="Today">
            <ul className="bullet-list">
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
