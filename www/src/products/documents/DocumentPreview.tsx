import { NAMES } from './data.ts'
import type { Doc } from './records.ts'

/** The first page of a document. */
export function DocumentPreview({ document }: { readonly document: Doc }) {
  const { name, owner, text, sharedWith } = document
  const others = sharedWith.map(({ id }) => NAMES[id] ?? id)
  return (
    <div className="document-preview">
      <h2>{name}</h2>
      <p className="document-byline">
        {NAMES[owner] ?? owner}
        {others.length > 0 && `, shared with ${others.join(', ')}`}
      </p>
      {text.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="document-signature">
        <span>Place and date</span>
        <span>Signature</span>
      </div>
    </div>
  )
}
