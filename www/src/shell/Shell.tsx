import { Menu } from 'lucide-react'
import { useEffect, useState } from 'react'
import { HiddenHere } from '../gate/HiddenPermissions.tsx'
import type { Face } from '../products/definition.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { useView } from '../session/SessionContext.ts'
import { NothingState } from '../states/EmptyState.tsx'
import { ExpiredState } from '../states/ExpiredState.tsx'
import { FailedState } from '../states/FailedState.tsx'
import { LoadingState } from '../states/LoadingState.tsx'
import { RefusedState } from '../states/RefusedState.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Sheet } from '../ui/ModalDialog.tsx'
import { Nav } from './Navigation.tsx'
import { useSections } from './useSectionOutcomes.ts'
import { WorkspaceSwitch } from './WorkspaceSelect.tsx'

/** A product's back office: navigation, and the section the address names. */
export function Shell({ face }: { readonly face: Face }) {
  const { product, person, membership, route } = useScene()
  const { stage } = useView()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const entries = useSections(face.sections)
  const first = entries.find(({ outcome }) => outcome !== 'hide')
  const named = entries.find(({ section }) => section.id === route.section)
  const entry = named ?? first
  const current = entry?.section.id ?? ''
  const title = entry?.section.label ?? face.customer
  useEffect(() => {
    document.title = `${title}, seen by ${person.label.en} – rolegate`
  }, [title, person])
  const isOut = stage === 'refused' || stage === 'failed'

  return (
    <div className="shell">
      <header className="shell-head">
        <span className="nav-open">
          <IconButton icon={Menu} label="Sections" onPress={() => setMenuOpen(true)} />
        </span>
        <p className="shell-title">
          <span>{face.customer}</span>
          {product.label.en}
        </p>
        <WorkspaceSwitch face={face} />
        <p className="shell-person">
          <Avatar name={person.label.en} size={28} />
          <span>{person.label.en}</span>
        </p>
      </header>
      {!isOut && (
        <div className="shell-side">
          <Nav entries={entries} current={current} />
        </div>
      )}
      <main className="shell-main" aria-busy={stage === 'loading'} data-section={current}>
        {stage === 'loading' && <LoadingState />}
        {stage === 'refused' && <RefusedState />}
        {stage === 'failed' && <FailedState />}
        {stage === 'expired' && <ExpiredState />}
        {stage !== 'loading' && !isOut && (
          <>
            {entry && entry.outcome !== 'hide' ? (
              <entry.section.page key={`${current} ${membership.workspace}`} />
            ) : (
              <NothingState section={named?.section} other={first?.section} />
            )}
            {entry && <HiddenHere permissions={entry.section.permissions} />}
          </>
        )}
      </main>
      <Sheet title="Sections" isOpen={isMenuOpen} onClose={() => setMenuOpen(false)}>
        <Nav entries={entries} current={current} onGo={() => setMenuOpen(false)} />
      </Sheet>
    </div>
  )
}
