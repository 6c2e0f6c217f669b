import '@fontsource-variable/geist'
import '@fontsource-variable/geist-mono'
import './styles/index.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { withSubtle } from './scenario/subtle.ts'
import { keepOffline } from './shared/serviceWorker.ts'
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
keepOffline('service-worker.js')
