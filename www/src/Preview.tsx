import { useEffect, useState } from 'react'
import type { Demo } from './demo/api.ts'
import { InspectContext } from './gate/InspectContext.ts'
import { faceOf } from './products/registry.ts'
import { useRoute } from './selection/route.ts'
import { DemoContext } from './selection/SelectionContext.ts'
import { sceneOf } from './selection/selection.ts'
import { SessionProvider } from './session/SessionProvider.tsx'
import { Shell } from './shell/Shell.tsx'
import { NoDemoState } from './states/NoProductState.tsx'
import { RefusalNote } from './states/RefusalBanner.tsx'
import { Bar } from './toolbar/Toolbar.tsx'
import { Toasts } from './ui/Toasts.tsx'

/** The bar, and below it the product as the person chosen sees it. */
export function Preview({ demo }: { readonly demo: Demo }) {
  const scene = sceneOf(demo, useRoute())
  const [inspect, setInspect] = useState(false)
  const product = scene?.product.id ?? ''
  const face = faceOf(product)
  // On the root, as dialogs and popovers stand outside the stage.
  useEffect(() => {
    document.documentElement.dataset['product'] = product
  }, [product])
  if (!scene || !face) return <NoDemoState />
  return (
    <DemoContext value={scene}>
      <InspectContext value={inspect}>
        <SessionProvider key={`${product} ${scene.person.id}`} scene={scene} records={face.records}>
          <Bar inspect={inspect} onInspect={setInspect} />
          <div className="stage" data-person={scene.person.id}>
            <RefusalNote />
            <Shell face={face} />
          </div>
          <Toasts />
        </SessionProvider>
      </InspectContext>
    </DemoContext>
  )
}
