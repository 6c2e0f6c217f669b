import { type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { Gate } from 'rolegate'
import type { Pane } from '../gate/PaneContext.ts'
import { PaneProvider } from '../gate/PaneProvider.tsx'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { Product } from '../screen/Product.tsx'
import { toast } from '../ui/toast.ts'
import type { OpenedApp } from './openApp.ts'
import { type AppPlace, hrefOfPlace } from './place.ts'
import { appTexts } from './texts.ts'
import { type Asked, WhyDialog } from './WhyDialog.tsx'

interface Props {
  readonly app: OpenedApp
  readonly gate: Gate
  /** Who is at the desk. */
  readonly scenario: Scenario
  readonly place: AppPlace
  /** Opens the people of the server; left out in a preview, which the server knows nothing of. */
  readonly onPeople: (() => void) | undefined
  readonly account?: ReactNode
}

/** The product's screens for one person, as an app of their own. */
export function Desk({ app, gate, scenario, place, onPeople, account }: Props) {
  const { product, catalog, server } = app
  const texts = useTexts(appTexts)
  const label = useLabels()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { workspace } = scenario
  const view = gate.in(workspace)
  const version = useSyncExternalStore(view.subscribe, () => view.version)
  const isPreview = onPeople === undefined
  const saveRoles = useCallback<Pane['saveRoles']>(
    roles => {
      if (isPreview) return toast(texts.preview)
      server.saveRoles(roles).then(
        () => toast(texts.saved),
        (error: unknown) => toast(`${error}`),
      )
    },
    [isPreview, server, texts],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a screen asks in passing is asked again in another version
  const pane = useMemo<Pane>(() => {
    const { section, item } = place
    const href: Pane['href'] = next =>
      hrefOfPlace({
        workspace,
        section: next.section ?? section,
        item: next.item ?? '',
      })
    return {
      id: label(catalog.label),
      inForce: { catalog, scenario, gate: view },
      section,
      item,
      href,
      go: next => {
        location.hash = href(next)
      },
      why: (question, record) => setAsked({ question, record }),
      saveRoles,
    }
  }, [catalog, scenario, view, version, place.section, place.item, workspace, label, saveRoles])
  return (
    <PaneProvider pane={pane}>
      <main className="app-desk">
        <Product screens={product} account={account} />
      </main>
      <WhyDialog asked={asked} onPeople={onPeople} onClose={() => setAsked(null)} />
    </PaneProvider>
  )
}
