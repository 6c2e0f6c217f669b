import { useEffect, useState } from 'react'
import { Bar } from './bar/Bar.tsx'
import { RefusalNote } from './bar/RefusalNote.tsx'
import type { Demo } from './demo/api.ts'
import { DemoContext } from './demo/DemoContext.ts'
import { faceOf } from './faces.ts'
import { InspectContext } from './gate/InspectContext.ts'
import { useRoute } from './route.ts'
import { sceneOf } from './scene.ts'
import { SessionProvider } from './session/SessionProvider.tsx'
import { Shell } from './shell/Shell.tsx'
import { NoDemoState } from './states/NoDemoState.tsx'
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
        <SessionProvider key={`${product} ${scene.person.id}`} scene={scene} face={face}>
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
