import { useTexts } from '../../language/LanguageContext.ts'
import { SHIPPED_IDS } from '../../scenario/catalogs.ts'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { OwnApp } from './OwnApp.tsx'
import { OwnCatalog } from './OwnCatalog.tsx'
import { ProductCard } from './ProductCard.tsx'
import { SavedScenarios } from './SavedScenarios.tsx'
import { startTexts } from './texts.ts'

/** What can be looked at, and what was looked at before. */
export function StartView() {
  const texts = useTexts(startTexts)
  return (
    <div className="start">
      <header className="start-header">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <SkipLink to="own">{texts.skip}</SkipLink>
      <section aria-labelledby="products">
        <h2 id="products">{texts.products}</h2>
        <ul className="product-cards">
          {SHIPPED_IDS.map(id => (
            <ProductCard key={id} id={id} />
          ))}
        </ul>
      </section>
      <div className="start-columns">
        <OwnCatalog />
        <OwnApp />
        <SavedScenarios />
      </div>
    </div>
  )
}
