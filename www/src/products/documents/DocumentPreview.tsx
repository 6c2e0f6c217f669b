import { NAMES } from './data.ts'
import type { Doc } from './records.ts'

/** The document's first page. */
export function Paper({ document }: { readonly document: Doc }) {
  const { name, owner, text, sharedWith } = document
  const others = sharedWith.map(({ id }) => NAMES[id] ?? id)
  return (
    <div className="paper">
      <h2>{name}</h2>
      <p className="paper-by">
        {NAMES[owner] ?? owner}
        {others.length > 0 && `, shared with ${others.join(', ')}`}
      </p>
      {text.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="paper-sign">
        <span>Place and date</span>
        <span>Signature</span>
      </div>
    </div>
  )
}
