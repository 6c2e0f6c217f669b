import type { ComponentType } from 'react'
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
import { UsageLimitsCard } from './UsageLimitsCard.tsx'
import { WorkspacesCard } from './WorkspacesCard.tsx'

interface SettingGroup {
  readonly id: 'organisation' | 'routing' | 'agents' | 'conversations' | 'data'
  readonly permissions: readonly string[]
  readonly cards: readonly ComponentType[]
}

export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    id: 'organisation',
    permissions: ['workspaces.view', 'workspaces.manage', 'usage-limits.view'],
    cards: [WorkspacesCard, UsageLimitsCard],
  },
  {
    id: 'routing',
    permissions: [
      'round-robin.view',
      'custom-rules.view',
      'custom-rules.manage',
      'accounts.view',
      'accounts.manage',
    ],
    cards: [RoundRobinCard, CustomRulesCard, AccountsCard],
  },
  {
    id: 'agents',
    permissions: ['agents.manage', 'agent-teams.view', 'agent-teams.manage'],
    cards: [AgentsCard, AgentTeamsCard],
  },
  {
    id: 'conversations',
    permissions: [
      'chatbot-settings.manage',
      'flow-settings.manage',
      'generative-ai-settings.manage',
      'languages.manage',
    ],
    cards: [ChatbotCard, FlowSettingsCard, GenerativeAiCard, LanguagesCard],
  },
  {
    id: 'data',
    permissions: ['privacy-and-security.manage', 'integrations.manage'],
    cards: [PrivacyCard, IntegrationsCard],
  },
]
