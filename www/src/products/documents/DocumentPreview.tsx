import { useTexts } from '../../language/LanguageContext.ts'
import { NAMES } from './data.ts'
import type { Doc } from './records.ts'
import { useSamples } from './samples.ts'
import { documentsTexts } from './texts.ts'

/** The first page of a document. */
export function DocumentPreview({ document }: { readonly document: Doc }) {
  const texts = useTexts(documentsTexts)
  const names = useSamples(NAMES)
  const { name, owner, text, sharedWith } = document
  const others = sharedWith.map(({ id }) => names[id] ?? id)
  return (
    <div className="document-preview">
      <h2>{name}</h2>
      <p className="document-byline">
        {names[owner] ?? owner}
        {others.length > 0 && (
          <>
            , {texts.sharedWith} {others.join(', ')}
          </>
        )}
      </p>
      {text.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="document-signature">
        <span>{texts.placeAndDate}</span>
        <span>{texts.signature}</span>
      </div>
    </div>
  )
}
