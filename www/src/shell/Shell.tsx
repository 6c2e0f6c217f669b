import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { ScenarioBar } from '../bar/ScenarioBar.tsx'
import { LanguageContext } from '../language/LanguageContext.ts'
import { interfaceLanguage, preferredLanguage } from '../language/languages.ts'
import { definitionOf } from '../products/registry.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import { withSamples } from '../scenario/samples.ts'
import { viewNames } from '../scenario/views.ts'
import { useWorkbench, WorkbenchProvider } from '../scenario/WorkbenchProvider.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { WhyDrawer } from '../views/why/WhyDrawer.tsx'
import { Announcer } from './Announcer.tsx'
import { Stand } from './Stand.tsx'
import { TopBar } from './TopBar.tsx'
import { useConsole } from './useConsole.ts'
import { useKeptFocus } from './useKeptFocus.ts'

/** The page around every view. */
export function Shell() {
  return (
    <WorkbenchProvider recordsOf={recordsOf}>
      <InLanguage />
    </WorkbenchProvider>
  )
}

const recordsOf = (catalog: DisplayCatalog) => withSamples(catalog, definitionOf(catalog).records)

function InLanguage() {
  const { address, view, scene } = useWorkbench()
  const language = address.lang ?? preferredLanguage(navigator.languages)
  const spoken = interfaceLanguage(language)
  useKeptFocus()
  useConsole(scene.inForce)
  const names = viewNames[spoken]
  const title = Object.hasOwn(names, view) ? names[view as keyof typeof names] : ''
  const product = view === '' ? undefined : scene.inForce?.catalog.label['en']
  useEffect(() => {
    document.title = [title, product, 'rolegate'].filter(Boolean).join(' – ')
  }, [title, product])
  useEffect(() => {
    document.documentElement.lang = spoken
  }, [spoken])
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={spoken}>
        <RouterProvider navigate={href => location.assign(href)}>
          <TopBar />
          {view !== '' && <ScenarioBar />}
          <main id="main" className={`main view-${view || 'start'}`} tabIndex={-1}>
            <Stand>
              <Outlet />
              <WhyDrawer />
            </Stand>
          </main>
          <Announcer />
          <Toasts />
        </RouterProvider>
      </I18nProvider>
    </LanguageContext>
  )
}
