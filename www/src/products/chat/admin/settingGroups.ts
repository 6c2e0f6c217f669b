/** A part of the settings, by its subject. */
export type SettingGroupId = 'organisation' | 'routing' | 'agents' | 'conversations' | 'data'

interface SettingGroup {
  readonly id: SettingGroupId
  readonly permissions: readonly string[]
}

export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    id: 'organisation',
    permissions: ['workspaces.view', 'workspaces.manage', 'usage-limits.view'],
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
  },
  {
    id: 'agents',
    permissions: ['agents.manage', 'agent-teams.view', 'agent-teams.manage'],
  },
  {
    id: 'conversations',
    permissions: [
      'chatbot-settings.manage',
      'flow-settings.manage',
      'generative-ai-settings.manage',
      'languages.manage',
    ],
  },
  {
    id: 'data',
    permissions: ['privacy-and-security.manage', 'integrations.manage'],
  },
]
