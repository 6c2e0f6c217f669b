import { Lock, Sparkles } from 'lucide-react'
import { Ghost } from '../gate/Ghost.tsx'
import { PlaceLink } from '../gate/PlaceLink.tsx'
import { useTexts } from '../language/LanguageContext.ts'
import { Name } from '../language/Name.tsx'
import type { SectionEntry } from './sectionOutcomes.ts'
import { screenTexts } from './texts.ts'

interface Props {
  readonly entries: readonly SectionEntry[]
  readonly current: string
  readonly name: string
  readonly onNavigate?: () => void
}

/** The product's navigation, without the sections in which the person may use nothing. */
export function Navigation({ entries, current, name, onNavigate }: Props) {
  const groups = [...new Set(entries.map(({ section }) => section.group))]
  const unique = groups.filter(
    (group, index) => groups.findIndex(other => other['en'] === group['en']) === index,
  )
  return (
    <nav className="nav" aria-label={name}>
      {unique.map(group => {
        const own = entries.filter(({ section }) => section.group['en'] === group['en'])
        const hidden = own.filter(({ outcome }) => outcome === 'hide')
        const shown = own.filter(({ outcome }) => outcome !== 'hide')
        const ghosts = hidden.map(({ section }) => (
          <Ghost key={section.id} permission={section.permissions[0] ?? ''} section={section.id} />
        ))
        if (shown.length === 0) return ghosts
        return (
          <div key={group['en']} className="nav-group">
            <h2>
              <Name of={group} />
            </h2>
            <ul>
              {shown.map(entry => (
                <li key={entry.section.id}>
                  <NavigationLink entry={entry} current={current} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
            {ghosts}
          </div>
        )
      })}
    </nav>
  )
}

interface LinkProps {
  readonly entry: SectionEntry
  readonly current: string
  readonly onNavigate: (() => void) | undefined
}

function NavigationLink({ entry, current, onNavigate }: LinkProps) {
  const texts = useTexts(screenTexts)
  const { section, outcome } = entry
  const Icon = section.icon
  /** How a section is marked that is not simply shown. */
  const mark =
    outcome === 'upsell'
      ? { icon: Sparkles, text: texts.upgrade }
      : outcome === 'disable'
        ? { icon: Lock, text: texts.locked }
        : null
  return (
    <PlaceLink
      to={{ section: section.id }}
      className={`nav-item ${outcome}`}
      aria-current={section.id === current ? 'page' : undefined}
      onFollow={onNavigate}
    >
      <Icon aria-hidden size={18} />
      <Name of={section.label} />
      {mark && (
        <span className="nav-icon">
          <mark.icon aria-hidden size={14} />
          <span className="visually-hidden">{mark.text}</span>
        </span>
      )}
    </PlaceLink>
  )
}
