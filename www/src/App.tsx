import { useEffect, useState } from 'react'
import { type Demo, fetchDemo } from './demo/api.ts'
import { Preview } from './Preview.tsx'
import { LoadingState } from './states/LoadingState.tsx'
import { UnreachableState } from './states/UnreachableState.tsx'

/** Asks the server what can be looked at, and looks at it. */
export function App() {
  const [demo, setDemo] = useState<Demo | Error | null>(null)
  useEffect(() => {
    fetchDemo().then(setDemo, error => setDemo(error))
  }, [])
  if (demo instanceof Error) return <UnreachableState error={demo} />
  if (!demo) {
    return (
      <main className="alone">
        <LoadingState />
      </main>
    )
  }
  return <Preview demo={demo} />
}
