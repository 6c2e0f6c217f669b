import type { Edit } from '../session/refusal.ts'

/** Lists what was changed in a snapshot after signing. */
export function EditList({ edits }: { readonly edits: readonly Edit[] }) {
  if (edits.length === 0) return null
  return (
    <dl className="edits">
      {edits.map(({ member, before, after }) => (
        <div key={member}>
          <dt>
            <code>{member}</code>
          </dt>
          <dd>
            was <del>{before.join(', ') || 'none'}</del>, now <ins>{after.join(', ')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
