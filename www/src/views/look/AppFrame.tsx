import { useEffect, useMemo, useState } from 'react'
import type { GateOnScreen } from 'rolegate/preview'
import type { Pane } from '../../gate/PaneContext.ts'
import { PaneProvider } from '../../gate/PaneProvider.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { sandboxFor } from '../../scenario/apps.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useApp } from '../../scenario/useApp.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { useWhy } from '../why/why.ts'
import { InspectLayer } from './InspectLayer.tsx'
import type { Mark } from './marks.ts'
import { lookTexts } from './texts.ts'
import type { FrameWidth } from './widths.ts'

interface Props {
  readonly address: string
  readonly width: FrameWidth
  readonly inForce: InForce
}

/** The reader's own app in a frame, as the person of the scenario sees it. */
export function AppFrame({ address, width, inForce }: Props) {
  const texts = useTexts(lookTexts)
  const { address: parts, href, hrefWith, go, change } = useWorkbench()
  const why = useWhy()
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const { app, connection } = useApp(frame, address)
  const { scenario } = inForce
  useEffect(() => {
    // A failure shows as the app's state.
    connection?.show(scenario).catch(() => {})
  }, [connection, scenario])
  const size = width === 'fit' ? texts.widthNames.fit : texts.width(width)
  const pane = useMemo<Pane>(
    () => ({
      id: size,
      inForce,
      section: '',
      item: '',
      href: () => href({}),
      go: () => go({}),
      why: question => why(question),
      saveRoles: customRoles => change({ customRoles }),
      hrefWith: entitlements => hrefWith({ entitlements }),
    }),
    [size, inForce, href, go, why, change, hrefWith],
  )
  const status = app ? texts.appStates[app.state] : texts.appStates['waiting']
  return (
    <section
      className="frame"
      aria-label={size}
      style={{ '--frame-width': width === 'fit' ? '1280px' : `${width}px` } as React.CSSProperties}
      data-frame={width}
    >
      <p className="frame-title" role="status">
        {new URL(address).host} <span>{status}</span> {app?.message && <span>{app.message}</span>}
      </p>
      <div className="frame-window">
        <iframe
          ref={setFrame}
          src={address}
          title={address}
          className="app-frame"
          sandbox={sandboxFor(address)}
        />
        {parts.inspect === 'on' && (
          <PaneProvider pane={pane}>
            <InspectLayer marks={(app?.gates ?? []).flatMap(markOf)} />
          </PaneProvider>
        )}
      </div>
    </section>
  )
}

/** The mark of a control of the app; one that takes no room has no place to draw it at. */
function markOf({ question, decision, rectangle }: GateOnScreen): Mark[] {
  if (!rectangle) return []
  const { x, y, width, height } = rectangle
  const [permission = ''] = question.split(':')
  const { outcome } = decision
  return [
    {
      kind: 'control',
      permission,
      outcome,
      record: undefined,
      section: undefined,
      x,
      y,
      width,
      height,
    },
  ]
}
