import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import '../styles/index.css'
import './apps.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { withSubtle } from '../scenario/subtle.ts'
import { keepOffline } from '../shared/serviceWorker.ts'
import { ErrorBoundary } from '../states/ErrorBoundary.tsx'
import { App } from './App.tsx'
import { openApp, type Product } from './openApp.ts'

/** Shows a product as an app of its own, with a sign-in. */
export async function startApp(product: Product): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no element `root`')
  await withSubtle()
  const app = await openApp(product)
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App app={app} />
      </ErrorBoundary>
    </StrictMode>,
  )
  keepOffline('apps-worker.js', { scope: location.pathname })
}
