import { useTexts } from '../../language/LanguageContext.ts'
import { NAMES } from './data.ts'
import type { Doc } from './records.ts'
import { documentsTexts } from './texts.ts'

/** The first page of a document. */
export function DocumentPreview({ document }: { readonly document: Doc }) {
  const texts = useTexts(documentsTexts)
  const { name, owner, text, sharedWith } = document
  const others = sharedWith.map(({ id }) => NAMES[id] ?? id)
  return (
    <div className="document-preview">
      <h2 lang="en">{name}</h2>
      <p className="document-byline">
        <span lang="en">{NAMES[owner] ?? owner}</span>
        {others.length > 0 && (
          <>
            , {texts.sharedWith} <span lang="en">{others.join(', ')}</span>
          </>
        )}
      </p>
      {text.map(paragraph => (
        <p key={paragraph} lang="en">
          {paragraph}
        </p>
      ))}
      <div className="document-signature">
        <span>{texts.placeAndDate}</span>
        <span>{texts.signature}</span>
      </div>
    </div>
  )
}
