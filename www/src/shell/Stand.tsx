import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isCatalogNamed } from '../scenario/catalogs.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { AddressState } from '../states/AddressState.tsx'
import { CatalogState } from '../states/CatalogState.tsx'
import { FailedState } from '../states/FailedState.tsx'
import { FailureBanner } from '../states/FailureBanner.tsx'
import { LoadingState } from '../states/LoadingState.tsx'
import { NoProductState } from '../states/NoProductState.tsx'
import { pageProblems, withoutProduct } from './pageProblems.ts'

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
  if (isMissing) return children
  const needsNobody = view === '' || view === 'snapshot'
  if (problem && !(needsNobody && problem.kind === 'unreachable')) {
    return <CatalogState problem={problem} />
  }
  const { product, file, scenario } = address
  const isNamed = isCatalogNamed({ product, sha256: scenario?.catalog, file })
  const isAboutCatalog = view === 'catalog'
  // They can be read without anybody who fits the catalog, where the address names nobody.
  const { catalog: _, ...who } = scenario ?? {}
  const needsPerson = !(isAboutCatalog || needsNobody) || Object.keys(who).length > 0
  const problems = [
    ...(isNamed && needsPerson ? scene.problems : []),
    ...(catalog || !isNamed ? pageProblems(view, address, catalog) : []),
    ...(isNamed ? [] : withoutProduct(address)),
  ]
  if (problems.length > 0) return <AddressState problems={problems} />
  if (needsNobody) return children
  if (!isNamed) return isAboutCatalog ? children : <NoProductState />
  if (!scene.inForce) {
    if (!needsPerson && scene.problems.length > 0) return children
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
