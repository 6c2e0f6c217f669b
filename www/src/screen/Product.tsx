import { Menu } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { usePane, useScenario } from '../gate/PaneContext.ts'
import { useRoleName } from '../gate/useRoles.ts'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import type { Screens } from '../products/screens.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import { Navigation } from './Navigation.tsx'
import { NothingHere } from './NothingHere.tsx'
import { openSection } from './sectionOutcomes.ts'
import { screenTexts } from './texts.ts'

interface Props {
  readonly screens: Omit<Screens, 'items'>
  /** What stands in the header for the person; by default their roles. */
  readonly account?: ReactNode
}

/** A product: its navigation, and the section that the address names. */
export function Product({ screens, account }: Props) {
  const texts = useTexts(screenTexts)
  const label = useLabels()
  const { inForce, section, id } = usePane()
  const { workspace, roles } = useScenario()
  const roleName = useRoleName()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { definition, pages } = screens
  const { entries, named, first, entry } = openSection(inForce.gate, definition.sections, section)
  const current = entry?.section.id ?? ''
  const Page = pages[current]
  const who = roles.map(roleName).join(' + ') || texts.nobody
  const workspaceName = definition.workspaces?.[workspace]
  return (
    <div className="product" data-product={inForce.catalog.id} data-section={current}>
      <div className="product-header">
        <span className="nav-toggle">
          <IconButton icon={Menu} label={texts.menu} onPress={() => setMenuOpen(true)} />
        </span>
        <p className="product-title">
          <span>{definition.customer}</span>
          {definition.customer !== inForce.catalog.label['en'] && label(inForce.catalog.label)}
        </p>
        {workspaceName && <p className="workspace-name">{label(workspaceName)}</p>}
        {account ?? (
          <p className="product-person">
            <Avatar name={who} size={28} />
            <span>{who}</span>
          </p>
        )}
      </div>
      <div className="product-sidebar">
        <Navigation entries={entries} current={current} name={texts.sections(id)} />
      </div>
      <div className="product-main">
        {Page && entry && entry.outcome !== 'hide' ? (
          <Page key={`${current} ${workspace}`} />
        ) : (
          <NothingHere section={named?.section} other={first?.section} who={who} />
        )}
      </div>
      <ModalDialog title={texts.menu} isOpen={isMenuOpen} onClose={() => setMenuOpen(false)}>
        <Navigation
          entries={entries}
          current={current}
          name={texts.menu}
          onNavigate={() => setMenuOpen(false)}
        />
      </ModalDialog>
    </div>
  )
}
