import { useEffect, useState } from 'react'
import type { Demo } from './demo/api.ts'
import { InspectContext } from './gate/InspectContext.ts'
import { definitionOf } from './products/registry.ts'
import { useRoute } from './selection/route.ts'
import { SelectionContext } from './selection/SelectionContext.ts'
import { selectionFor } from './selection/selection.ts'
import { SessionProvider } from './session/SessionProvider.tsx'
import { Shell } from './shell/Shell.tsx'
import { NoProductState } from './states/NoProductState.tsx'
import { RefusalBanner } from './states/RefusalBanner.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { Toasts } from './ui/Toasts.tsx'

/** The toolbar, and below it the product as the selected person sees it. */
export function Preview({ demo }: { readonly demo: Demo }) {
  const selection = selectionFor(demo, useRoute())
  const [inspect, setInspect] = useState(false)
  const product = selection?.product.id ?? ''
  const definition = definitionOf(product)
  // Set on the root element, because dialogs and popovers are rendered outside the product.
  useEffect(() => {
    document.documentElement.dataset['product'] = product
  }, [product])
  if (!selection || !definition) return <NoProductState />
  return (
    <SelectionContext value={selection}>
      <InspectContext value={inspect}>
        <SessionProvider
          key={`${product} ${selection.person.id}`}
          selection={selection}
          records={definition.records}
        >
          <Toolbar inspect={inspect} onInspect={setInspect} />
          <div className="product" data-person={selection.person.id}>
            <RefusalBanner />
            <Shell definition={definition} />
          </div>
          <Toasts />
        </SessionProvider>
      </InspectContext>
    </SelectionContext>
  )
}
