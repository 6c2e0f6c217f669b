import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { AddressState } from '../states/AddressState.tsx'
import { CatalogState } from '../states/CatalogState.tsx'
import { FailedState } from '../states/FailedState.tsx'
import { FailureBanner } from '../states/FailureBanner.tsx'
import { LoadingState } from '../states/LoadingState.tsx'
import { NoProductState } from '../states/NoProductState.tsx'
import { pageProblems } from './pageProblems.ts'

/**
 * Shows a view where what the address asks for is in force, and otherwise says why it is not. Views that
 * need no scenario are always shown.
 */
export function Stand({ children }: { readonly children: ReactNode }) {
  const { address, view, catalog, problem, scene } = useWorkbench()
  const isMissing = useRouterState({
    select: ({ matches }) => matches.some(({ status }) => status === 'notFound'),
  })
  if (address.problems) return <AddressState problems={address.problems} />
  if (isMissing || view === '' || view === 'snapshot') return children
  if (problem) return <CatalogState problem={problem} />
  if (address.product === undefined && address.scenario?.catalog === undefined) {
    return view === 'catalog' ? children : <NoProductState />
  }
  // A catalog can be read without anybody who fits it.
  const isAboutCatalog = view === 'catalog'
  const problems = [
    ...(isAboutCatalog ? [] : scene.problems),
    ...(catalog ? pageProblems(view, address, catalog) : []),
  ]
  if (problems.length > 0) return <AddressState problems={problems} />
  if (!scene.inForce) {
    if (isAboutCatalog && scene.problems.length > 0) return children
    if (!scene.failure) return <LoadingState />
    // What is wrong in a catalog is shown there.
    return isAboutCatalog ? children : <FailedState failure={scene.failure} />
  }
  return (
    <>
      {scene.failure && <FailureBanner failure={scene.failure} />}
      {children}
    </>
  )
}
