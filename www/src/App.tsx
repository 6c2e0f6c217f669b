import { useEffect, useState } from 'react'
import { type Demo, fetchDemo } from './demo/api.ts'
import { Preview } from './Preview.tsx'
import { faceOf } from './products/registry.ts'
import { LoadingState } from './states/LoadingState.tsx'
import { UnreachableState } from './states/UnreachableState.tsx'

/** Asks the server what can be looked at, and looks at it. */
export function App() {
  const [demo, setDemo] = useState<Demo | Error | null>(null)
  useEffect(() => {
    fetchDemo()
      .then(onlyWithFace, (error: Error) => error)
      .then(setDemo)
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

/** A product that this page has no back office for cannot be looked at. */
function onlyWithFace(demo: Demo): Demo {
  return { ...demo, products: demo.products.filter(({ id }) => faceOf(id)) }
}
