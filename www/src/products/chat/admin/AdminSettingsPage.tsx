import { useGate } from 'rolegate/react'
import { Ghost } from '../../../gate/Ghost.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SETTING_GROUPS } from './settingGroups.ts'
import { adminTexts } from './texts.ts'

/** The settings of the product, in groups. A group in which everything is hidden is left out. */
export function AdminSettingsPage() {
  const texts = useTexts(adminTexts)
  const gate = useGate()
  const isShown = (permission: string) => gate.decide(permission).outcome !== 'hide'
  const groups = SETTING_GROUPS.filter(({ permissions }) => permissions.some(isShown))
  const hidden = SETTING_GROUPS.filter(group => !groups.includes(group))
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead} />
      {groups.map(({ id, cards }) => (
        <section className="settings-group" key={id}>
          <h2 className="group-title">{texts.groups[id]}</h2>
          <div className="card-grid">
            {cards.map(Card => (
              <Card key={Card.name} />
            ))}
          </div>
        </section>
      ))}
      {hidden.map(({ id, permissions }) => (
        <Ghost key={id} permission={permissions[0] ?? ''} />
      ))}
    </>
  )
}
