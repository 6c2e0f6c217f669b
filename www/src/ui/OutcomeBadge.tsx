import { CircleDashed, Eye, EyeOff, Lock, type LucideIcon, Sparkles } from 'lucide-react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  show: Eye,
  hide: EyeOff,
  disable: Lock,
  upsell: Sparkles,
}

interface Props {
  readonly outcome: string
  readonly text: string
}

/** What becomes of something on the screen, by sign and word. */
export function OutcomeBadge({ outcome, text }: Props) {
  const Icon = ICONS[outcome] ?? CircleDashed
  return (
    <span className={`outcome ${outcome}`}>
      <Icon aria-hidden size={14} />
      {text}
    </span>
  )
}
