import { useEffect, useState } from 'react'
import { type Demo, fetchDemo } from './demo/api.ts'
import { Preview } from './Preview.tsx'
import { definitionOf } from './products/registry.ts'
import { LoadingState } from './states/LoadingState.tsx'
import { UnreachableState } from './states/UnreachableState.tsx'

/** Fetches what the demo server offers and shows it. */
export function App() {
  const [demo, setDemo] = useState<Demo | Error | null>(null)
  useEffect(() => {
    fetchDemo()
      .then(withDefinedProducts, (error: Error) => error)
      .then(setDemo)
  }, [])
  if (demo instanceof Error) return <UnreachableState error={demo} />
  if (!demo) {
    return (
      <main className="full-page">
        <LoadingState />
      </main>
    )
  }
  return <Preview demo={demo} />
}

/** Drops the products that this page has no definition for. */
function withDefinedProducts(demo: Demo): Demo {
  return { ...demo, products: demo.products.filter(({ id }) => definitionOf(id)) }
}
