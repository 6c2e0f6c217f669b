import { useDecide } from '../../../gate/useGate.ts'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { GROUPS } from './settingGroups.ts'

/** The product's own settings, in groups; a group in which everything is hidden is left out. */
export function AdminSettingsPage() {
  const decide = useDecide()
  const groups = GROUPS.filter(({ permissions }) =>
    permissions.some(permission => decide(permission).outcome !== 'hide'),
  )
  return (
    <>
      <PageHead title="Admin settings" note="How the product works for everybody." />
      {groups.map(({ title, cards }) => (
        <section className="settings-group" key={title}>
          <h2 className="group-title">{title}</h2>
          <div className="settings">
            {cards.map(Card => (
              <Card key={Card.name} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
