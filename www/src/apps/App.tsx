import { CloudOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { LanguageContext, useLabels, useTexts } from '../language/LanguageContext.ts'
import { preferredLanguage } from '../language/languages.ts'
import { StateMessage } from '../states/StateMessage.tsx'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { useTheme } from '../ui/useTheme.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { scenarioOf } from './accounts.ts'
import { Desk } from './Desk.tsx'
import { Notices } from './Notices.tsx'
import type { OpenedApp } from './openApp.ts'
import { PeopleDrawer } from './PeopleDrawer.tsx'
import { usePlace } from './place.ts'
import { SignIn } from './SignIn.tsx'
import { appTexts } from './texts.ts'

/** An app: its sign-in, and then the product. */
export function App({ app }: { readonly app: OpenedApp }) {
  const language = preferredLanguage(navigator.languages)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={language}>
        <RouterProvider navigate={href => location.assign(href)}>
          <Door app={app} />
          <Toasts />
        </RouterProvider>
      </I18nProvider>
    </LanguageContext>
  )
}

/** Shows the product to whoever is signed in, and to nobody else. */
function Door({ app }: { readonly app: OpenedApp }) {
  const { product, catalog, client, server, gate, preview } = app
  const { definition } = product
  const texts = useTexts(appTexts)
  const label = useLabels()
  const theme = useTheme()
  const place = usePlace()
  const [isPeopleOpen, setPeopleOpen] = useState(false)
  const status = useSyncExternalStore(client.subscribe, () => client.status)
  const account = useSyncExternalStore(server.subscribe, server.signedIn)
  const previewed = useSyncExternalStore(
    preview?.subscribe ?? neverChanges,
    () => preview?.scenario,
  )
  const title = `${label(catalog.label)} – ${definition.customer}`
  useEffect(() => {
    document.title = title
  }, [title])
  if (previewed) {
    return <Desk app={app} gate={gate} scenario={previewed} place={place} onPeople={undefined} />
  }
  if (status.activity === 'signed-out' || !account) return <SignIn app={app} />
  if (status.state === 'failed' || (status.state === 'empty' && status.error)) {
    return (
      <main className="full-page">
        <StateMessage
          icon={CloudOff}
          tone="bad"
          title={status.state === 'failed' ? texts.failed : texts.noAnswer}
        >
          <p>{texts.noAnswerHelp}</p>
          <Button variant="solid" onPress={() => client.refresh()}>
            {texts.again}
          </Button>
          <Button variant="plain" onPress={() => setPeopleOpen(true)}>
            {texts.people}
          </Button>
          <PeopleDrawer app={app} isOpen={isPeopleOpen} onClose={() => setPeopleOpen(false)} />
        </StateMessage>
      </main>
    )
  }
  if (status.state === 'empty') {
    return (
      <main className="app-waiting">
        <Skeleton lines={6} />
      </main>
    )
  }
  const scenario = scenarioOf(account, place.workspace, catalog.sha256)
  const view = client.gate.in(scenario.workspace)
  const openPeople = () => setPeopleOpen(true)
  return (
    <>
      <Desk
        app={app}
        gate={gate}
        scenario={scenario}
        place={place}
        onPeople={openPeople}
        account={
          <AccountMenu
            app={app}
            account={account}
            scenario={scenario}
            theme={theme}
            onPeople={openPeople}
          />
        }
      />
      <Notices app={app} gate={view} status={status} />
      <PeopleDrawer app={app} isOpen={isPeopleOpen} onClose={() => setPeopleOpen(false)} />
    </>
  )
}

const neverChanges = () => () => {}
