import { useEffect, useState } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { peopleOf } from '../../products/people.ts'
import { hrefOf } from '../../scenario/address.ts'
import { openCatalog } from '../../scenario/catalogs.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { PRODUCT_NAMES } from '../../scenario/productNames.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { ProductChanges } from './ProductChanges.tsx'
import { startTexts } from './texts.ts'

/** One of the five products, and the people to look at it as. */
export function ProductCard({ id }: { readonly id: string }) {
  const texts = useTexts(startTexts)
  const label = useLabels()
  const { address } = useWorkbench()
  const catalog = useShipped(id)
  const lang = address.lang === undefined ? {} : { lang: address.lang }
  return (
    <li className="product-card" data-product={id}>
      <h3>{PRODUCT_NAMES[id]}</h3>
      <p className="product-counts">
        {catalog ? texts.counts(catalog.permissions.length, catalog.roles.length) : '…'}
      </p>
      {catalog && (
        <>
          <ProductChanges catalog={catalog} />
          <p className="product-people-title">{texts.open}</p>
          <ul className="product-people">
            {peopleOf(catalog).map(({ label: name, ...scenario }) => (
              <li key={name['en']}>
                <a href={hrefOf('look', { product: id, scenario, ...lang })}>{label(name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

function useShipped(id: string): DisplayCatalog | null {
  const [catalog, setCatalog] = useState<DisplayCatalog | null>(null)
  useEffect(() => {
    openCatalog({ product: id, sha256: undefined, file: undefined }).then(setCatalog, () => {})
  }, [id])
  return catalog
}
