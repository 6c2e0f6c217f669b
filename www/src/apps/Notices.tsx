import { Info, TimerOff } from 'lucide-react'
import type { GateView } from 'rolegate'
import type { ClientStatus } from 'rolegate/client'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { Button } from '../ui/Button.tsx'
import type { OpenedApp } from './openApp.ts'
import { appTexts } from './texts.ts'
import { useRightsChange } from './useRightsChange.ts'

interface Props {
  readonly app: OpenedApp
  /** The gate of whoever is signed in, which previews leave alone. */
  readonly gate: GateView
  readonly status: ClientStatus
}

/** Tells what has become of the rights while the page was open. */
export function Notices({ app, gate, status }: Props) {
  const { catalog, client } = app
  const texts = useTexts(appTexts)
  const [change, dismiss] = useRightsChange(catalog, gate)
  return (
    <div className="notices" role="status">
      {status.state === 'expired' && (
        <section className="notice warm">
          <TimerOff aria-hidden size={18} />
          <div>
            <h2>{texts.expired}</h2>
            <p>{texts.expiredHelp}</p>
            <Button small onPress={() => client.refresh()}>
              {texts.again}
            </Button>
          </div>
        </section>
      )}
      {change && (
        <section className="notice">
          <Info aria-hidden size={18} />
          <div>
            <h2>{texts.changed}</h2>
            <Names app={app} title={texts.lost} permissions={change.lost} />
            <Names app={app} title={texts.gained} permissions={change.gained} />
            <Button small onPress={dismiss}>
              {texts.dismiss}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}

interface NamesProps {
  readonly app: OpenedApp
  readonly title: string
  readonly permissions: readonly string[]
}

/** How many permissions are named before the rest are counted. */
const NAMED = 3

function Names({ app, title, permissions }: NamesProps) {
  const texts = useTexts(appTexts)
  const label = useLabels()
  const more = permissions.length - NAMED
  if (permissions.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul className="bullet-list">
        {permissions.slice(0, NAMED).map(id => (
          <li key={id}>{label(app.catalog.permission(id)?.label)}</li>
        ))}
        {more > 0 && <li>{texts.more(more)}</li>}
      </ul>
    </>
  )
}
