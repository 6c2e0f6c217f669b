import { memo, Suspense, use, useMemo, useRef, useState } from 'react'
import type { Pane } from '../../gate/PaneContext.ts'
import { PaneProvider } from '../../gate/PaneProvider.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { screensOf } from '../../products/screens.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench, type Workbench } from '../../scenario/WorkbenchProvider.tsx'
import { Product } from '../../screen/Product.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWhy } from '../why/why.ts'
import { InspectLayer } from './InspectLayer.tsx'
import { useMarks } from './marks.ts'
import { lookTexts } from './texts.ts'
import type { FrameWidth } from './widths.ts'

interface Props {
  readonly width: FrameWidth
  readonly inForce: InForce
  /** Which of two people; empty where there is one. */
  readonly person: string
}

/** A frame of a width, with the product in it. */
export function Frame({ width, inForce, person }: Props) {
  const texts = useTexts(lookTexts)
  const workbench = useWorkbench()
  const { go, change } = workbench
  const { address, href, hrefWith } = useSettled(workbench)
  const why = useWhy()
  const size = width === 'fit' ? texts.widthNames.fit : texts.width(width)
  const name = [person, size].filter(Boolean).join(', ')
  const isInspecting = address.inspect === 'on'
  const pane = useMemo<Pane>(
    () => ({
      id: name,
      inForce,
      section: address.section ?? '',
      item: address.item ?? '',
      href: ({ section = address.section, item }) => href({ section, item }),
      go: ({ section = address.section, item }) => go({ section, item }),
      why: (question, record) => why(question, record ? { record } : {}),
      saveRoles: customRoles => change({ customRoles }),
      hrefWith: entitlements => hrefWith({ entitlements }),
      inspect: { isOn: isInspecting, href: href({ inspect: 'on' }) },
    }),
    [name, inForce, address, isInspecting, href, hrefWith, go, change, why],
  )
  const [product, setProduct] = useState<HTMLElement | null>(null)
  const marks = useMarks(product, isInspecting)
  return (
    <section
      className="frame"
      aria-label={name}
      style={{ '--frame-width': width === 'fit' ? '1280px' : `${width}px` } as React.CSSProperties}
      data-frame={width}
    >
      <p className="frame-title">
        {person && <strong>{person}</strong>} {texts.widthNames[width]}{' '}
        {width !== 'fit' && <span>{width}</span>}
      </p>
      <div className="frame-window">
        <PaneProvider pane={pane}>
          <div className="frame-product" ref={setProduct}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <FetchedProduct inForce={inForce} isGenerated={address.screens === 'generated'} />
            </Suspense>
          </div>
          {isInspecting && <InspectLayer marks={marks} />}
        </PaneProvider>
      </div>
    </section>
  )
}

interface FetchedProps {
  readonly inForce: InForce
  readonly isGenerated: boolean
}

/** The product, once its screens are here. */
const FetchedProduct = memo(function FetchedProduct({ inForce, isGenerated }: FetchedProps) {
  const screens = screensOf(inForce.catalog, isGenerated)
  return <Product screens={screens instanceof Promise ? use(screens) : screens} />
})

/** The workbench as it was before a scenario that is still on its way, so that the product is drawn once. */
function useSettled(workbench: Workbench): Workbench {
  const settled = useRef(workbench)
  if (!workbench.scene.isPending) settled.current = workbench
  return settled.current
}
