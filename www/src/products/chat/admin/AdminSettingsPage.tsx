import { useGate } from 'rolegate/react'
import { Ghost } from '../../../gate/Ghost.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SETTING_GROUPS } from './settingGroups.ts'

/** The settings of the product, in groups. A group in which everything is hidden is left out. */
export function AdminSettingsPage() {
  const gate = useGate()
  const isShown = (permission: string) => gate.decide(permission).outcome !== 'hide'
  const groups = SETTING_GROUPS.filter(({ permissions }) => permissions.some(isShown))
  const hidden = SETTING_GROUPS.filter(group => !groups.includes(group))
  return (
    <>
      <PageHeader title="Admin settings" description="Settings that apply to everybody." />
      {groups.map(({ title, cards }) => (
        <section className="settings-group" key={title}>
          <h2 className="group-title">{title}</h2>
          <div className="card-grid">
            {cards.map(Card => (
              <Card key={Card.name} />
            ))}
          </div>
        </section>
      ))}
      {hidden.map(({ title, permissions }) => (
        <Ghost key={title} permission={permissions[0] ?? ''} />
      ))}
    </>
  )
}
