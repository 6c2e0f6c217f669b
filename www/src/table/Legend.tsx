import { useTexts } from '../language/LanguageContext.ts'
import type { CellKind } from './answers.ts'
import { Sign } from './Sign.tsx'
import { tableTexts } from './texts.ts'

/** What the signs of the cells mean. */
export function Legend({ kinds }: { readonly kinds: ReadonlySet<CellKind> }) {
  const texts = useTexts(tableTexts)
  return (
    <dl className="legend" aria-label={texts.legend}>
      {(Object.keys(texts.kinds) as CellKind[])
        .filter(kind => kinds.has(kind))
        .map(kind => (
          <div key={kind} className={`cell ${kind}`}>
            <dt>
              <Sign kind={kind} />
              {texts.kinds[kind]}
            </dt>
            <dd>{texts.meaning[kind]}</dd>
          </div>
        ))}
    </dl>
  )
}
