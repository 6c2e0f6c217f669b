import { EyeOff, Lock, Sparkles } from 'lucide-react'
import { useInspect } from '../gate/InspectContext.ts'
import { href } from '../selection/route.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { Entry } from './useSectionOutcomes.ts'

interface Props {
  readonly entries: readonly Entry[]
  readonly current: string
  readonly onGo?: () => void
}

const SIGNS = {
  hide: { icon: EyeOff, text: 'hidden' },
  upsell: { icon: Sparkles, text: 'upgrade' },
  disable: { icon: Lock, text: 'locked' },
} as const

/** The product's navigation: sections the person has nothing in are left out. */
export function Nav({ entries, current, onGo }: Props) {
  const { route } = useScene()
  const inspect = useInspect()
  const listed = entries.filter(({ outcome }) => outcome !== 'hide' || inspect)
  const groups = [...new Set(listed.map(({ section }) => section.group))]
  if (entries.some(({ outcome }) => outcome === 'loading')) return <Skeleton lines={8} />
  return (
    <nav className="nav" aria-label="Sections">
      {groups.map(group => (
        <div key={group} className="nav-group">
          <h2>{group}</h2>
          <ul>
            {listed
              .filter(({ section }) => section.group === group)
              .map(({ section, outcome }) => {
                const Icon = section.icon
                const sign = outcome in SIGNS ? SIGNS[outcome as keyof typeof SIGNS] : null
                return (
                  <li key={section.id}>
                    <a
                      href={href(route, { section: section.id, item: '' })}
                      className={`nav-item ${outcome}`}
                      aria-current={section.id === current ? 'page' : undefined}
                      onClick={onGo}
                    >
                      <Icon aria-hidden size={18} />
                      {section.label}
                      {sign && (
                        <span className="nav-sign">
                          <sign.icon aria-hidden size={14} />
                          <span className="unseen">{sign.text}</span>
                        </span>
                      )}
                    </a>
                  </li>
                )
              })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
