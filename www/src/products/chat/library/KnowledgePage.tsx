import { FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { Ask } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import { useSources } from '../data/library.ts'

/** What responses are generated from. */
export function KnowledgePage() {
  const [sources, update] = useSources()
  const [asked, setAsked] = useState<string | null>(null)
  const done = (name: string) => {
    if (asked === 'new') {
      update(now => [{ id: `s${Date.now()}`, name, note: 'Will be read tonight' }, ...now])
    } else update(now => now.map(one => (one.id === asked ? { ...one, name } : one)))
  }
  return (
    <>
      <PageHead title="Knowledge base" note="The texts that responses are generated from.">
        <GatedButton
          permission="knowledge-base.manage"
          label="Add a source"
          icon={FilePlus2}
          look="solid"
          onPress={() => setAsked('new')}
        />
      </PageHead>
      <Gated
        permission="knowledge-base.view"
        title="Knowledge base"
        pitch="Let responses be drafted from your own manuals and help pages."
      >
        <ul className="rows card">
          {sources.map(({ id, name, note }) => (
            <li key={id}>
              <div className="row-words">
                <strong>{name}</strong>
                <span>{note}</span>
              </div>
              <div className="actions row-actions">
                <GatedButton
                  permission="knowledge-base.manage"
                  label="Rename"
                  name={`Rename ${name}`}
                  icon={Pencil}
                  look="plain"
                  small
                  onPress={() => setAsked(id)}
                />
                <GatedButton
                  permission="knowledge-base.manage"
                  label="Delete"
                  name={`Delete ${name}`}
                  icon={Trash2}
                  look="plain"
                  small
                  onPress={() => {
                    update(now => now.filter(one => one.id !== id))
                    toast(`“${name}” was deleted`)
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      </Gated>
      <Ask
        title={asked === 'new' ? 'Add a source' : 'Rename the source'}
        label="Name"
        action="Save"
        isOpen={asked !== null}
        onDone={done}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
