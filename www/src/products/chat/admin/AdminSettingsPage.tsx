import { useDecide } from '../../../gate/useGate.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SETTING_GROUPS } from './settingGroups.ts'

/** The settings of the product, in groups. A group in which everything is hidden is left out. */
export function AdminSettingsPage() {
  const decide = useDecide()
  const groups = SETTING_GROUPS.filter(({ permissions }) =>
    permissions.some(permission => decide(permission).outcome !== 'hide'),
  )
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
    </>
  )
}
