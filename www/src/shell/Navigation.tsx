import { EyeOff, Lock, Sparkles } from 'lucide-react'
import { useInspect } from '../gate/InspectContext.ts'
import { href } from '../selection/route.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { SectionEntry } from './useSectionOutcomes.ts'

interface Props {
  readonly entries: readonly SectionEntry[]
  readonly current: string
  readonly onNavigate?: () => void
}

/** How the navigation marks a section that is not simply shown. */
const MARKS = {
  hide: { icon: EyeOff, text: 'hidden' },
  upsell: { icon: Sparkles, text: 'upgrade' },
  disable: { icon: Lock, text: 'locked' },
} as const

/** The product's navigation, without the sections in which the person may use nothing. */
export function Navigation({ entries, current, onNavigate }: Props) {
  const { route } = useSelection()
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
                const mark = outcome in MARKS ? MARKS[outcome as keyof typeof MARKS] : null
                return (
                  <li key={section.id}>
                    <a
                      href={href(route, { section: section.id, item: '' })}
                      className={`nav-item ${outcome}`}
                      aria-current={section.id === current ? 'page' : undefined}
                      onClick={onNavigate}
                    >
                      <Icon aria-hidden size={18} />
                      {section.label}
                      {mark && (
                        <span className="nav-icon">
                          <mark.icon aria-hidden size={14} />
                          <span className="visually-hidden">{mark.text}</span>
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
