import { SettingsCard } from '../../shared/SettingsCard.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const CARDS = [
  {
    permission: 'triggers.manage',
    title: 'Triggers',
    description: 'When a conversation starts by itself.',
    settings: { 'After a minute on the payment page': true },
  },
  {
    permission: 'shortcuts.manage',
    title: 'Shortcuts',
    description: 'Texts that agents insert.',
    settings: { 'Agents may add their own': false },
  },
  {
    permission: 'messages.manage',
    title: 'Messages',
    description: 'What customers read while they wait.',
    settings: { 'Say how long it takes': true },
  },
  {
    permission: 'video-calls.manage',
    title: 'Video calls',
    description: 'Whether agents may call, and what is kept.',
    settings: { 'Agents may start video calls': true, 'Keep recordings': false },
  },
  {
    permission: 'engage.connect',
    title: 'Engage',
    description: 'The application for campaigns.',
    settings: { Connected: false },
  },
] as const

/** The settings for everybody. */
export function SettingsPage() {
  return (
    <>
      <PageHeader title="Settings" description="Settings for everybody." />
      <div className="card-grid">
        {CARDS.map(card => (
          <SettingsCard key={card.permission} {...card} />
        ))}
      </div>
    </>
  )
}
