import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import './styles/index.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { ErrorBoundary } from './states/ErrorBoundary.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no element `root`')
await withSubtle()
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <RouterProvider router={router} />
    </ErrorBoundary>
  </StrictMode>,
)
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`)
}

/** Browsers give no Web Crypto to a page of another machine over HTTP, such as on a phone. */
async function withSubtle(): Promise<void> {
  if (crypto.subtle) return
  const { plainSubtle } = await import('./scenario/plainSubtle.ts')
  Object.defineProperty(crypto, 'subtle', { value: plainSubtle })
}
