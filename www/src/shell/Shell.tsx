import { Menu } from 'lucide-react'
import { useEffect, useState } from 'react'
import { HiddenPermissions } from '../gate/HiddenPermissions.tsx'
import type { ProductDefinition } from '../products/definition.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { useSessionState } from '../session/SessionContext.ts'
import { EmptyState } from '../states/EmptyState.tsx'
import { ExpiredState } from '../states/ExpiredState.tsx'
import { FailedState } from '../states/FailedState.tsx'
import { LoadingState } from '../states/LoadingState.tsx'
import { RefusedState } from '../states/RefusedState.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import { Navigation } from './Navigation.tsx'
import { useSectionOutcomes } from './useSectionOutcomes.ts'
import { WorkspaceSelect } from './WorkspaceSelect.tsx'

/** The product: its navigation, and the section that the address names. */
export function Shell({ definition }: { readonly definition: ProductDefinition }) {
  const { product, person, membership, route } = useSelection()
  const { status } = useSessionState()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const entries = useSectionOutcomes(definition.sections)
  const first = entries.find(({ outcome }) => outcome !== 'hide')
  const named = entries.find(({ section }) => section.id === route.section)
  const entry = named ?? first
  const current = entry?.section.id ?? ''
  const title = entry?.section.label ?? definition.customer
  useEffect(() => {
    document.title = `${title}, seen by ${person.label.en} – rolegate`
  }, [title, person])
  const hasNoSnapshot = status === 'refused' || status === 'failed'

  return (
    <div className="shell">
      <header className="shell-header">
        <span className="nav-toggle">
          <IconButton icon={Menu} label="Sections" onPress={() => setMenuOpen(true)} />
        </span>
        <p className="shell-title">
          <span>{definition.customer}</span>
          {product.label.en}
        </p>
        <WorkspaceSelect definition={definition} />
        <p className="shell-person">
          <Avatar name={person.label.en} size={28} />
          <span>{person.label.en}</span>
        </p>
      </header>
      {!hasNoSnapshot && (
        <div className="shell-sidebar">
          <Navigation entries={entries} current={current} />
        </div>
      )}
      <main className="shell-main" aria-busy={status === 'loading'} data-section={current}>
        {status === 'loading' && <LoadingState />}
        {status === 'refused' && <RefusedState />}
        {status === 'failed' && <FailedState />}
        {status === 'expired' && <ExpiredState />}
        {status !== 'loading' && !hasNoSnapshot && (
          <>
            {entry && entry.outcome !== 'hide' ? (
              <entry.section.page key={`${current} ${membership.workspace}`} />
            ) : (
              <EmptyState section={named?.section} other={first?.section} />
            )}
            {entry && <HiddenPermissions permissions={entry.section.permissions} />}
          </>
        )}
      </main>
      <ModalDialog title="Sections" isOpen={isMenuOpen} onClose={() => setMenuOpen(false)}>
        <Navigation entries={entries} current={current} onNavigate={() => setMenuOpen(false)} />
      </ModalDialog>
    </div>
  )
}
