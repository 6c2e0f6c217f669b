import type { ComponentType } from 'react'
import { useGate } from 'rolegate/react'
import { Ghost } from '../../../gate/Ghost.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { AccountsCard } from './AccountsCard.tsx'
import { AgentsCard } from './AgentsCard.tsx'
import { AgentTeamsCard } from './AgentTeamsCard.tsx'
import { ChatbotCard } from './ChatbotCard.tsx'
import { CustomRulesCard } from './CustomRulesCard.tsx'
import { FlowSettingsCard } from './FlowSettingsCard.tsx'
import { GenerativeAiCard } from './GenerativeAiCard.tsx'
import { IntegrationsCard } from './IntegrationsCard.tsx'
import { LanguagesCard } from './LanguagesCard.tsx'
import { PrivacyCard } from './PrivacyCard.tsx'
import { RoundRobinCard } from './RoundRobinCard.tsx'
import { SETTING_GROUPS, type SettingGroupId } from './settingGroups.ts'
import { adminTexts } from './texts.ts'
import { UsageLimitsCard } from './UsageLimitsCard.tsx'
import { WorkspacesCard } from './WorkspacesCard.tsx'

const CARDS: Readonly<Record<SettingGroupId, readonly ComponentType[]>> = {
  organisation: [WorkspacesCard, UsageLimitsCard],
  routing: [RoundRobinCard, CustomRulesCard, AccountsCard],
  agents: [AgentsCard, AgentTeamsCard],
  conversations: [ChatbotCard, FlowSettingsCard, GenerativeAiCard, LanguagesCard],
  data: [PrivacyCard, IntegrationsCard],
}

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
      {groups.map(({ id }) => (
        <section className="settings-group" key={id}>
          <h2 className="group-title">{texts.groups[id]}</h2>
          <div className="card-grid">
            {CARDS[id].map(Card => (
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
