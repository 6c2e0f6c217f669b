import { FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import { useSources } from '../data/library.ts'

/** The texts that responses are generated from. */
export function KnowledgePage() {
  const [sources, update] = useSources()
  const [edited, setEdited] = useState<string | null>(null)
  const save = (name: string) => {
    if (edited === 'new') {
      update(current => [{ id: `s${Date.now()}`, name, note: 'Will be read tonight' }, ...current])
    } else
      update(current => current.map(entry => (entry.id === edited ? { ...entry, name } : entry)))
  }
  return (
    <>
      <PageHeader title="Knowledge base" description="The texts that responses are generated from.">
        <GatedButton
          permission="knowledge-base.manage"
          label="Add a source"
          icon={FilePlus2}
          variant="solid"
          onPress={() => setEdited('new')}
        />
      </PageHeader>
      <Gated
        permission="knowledge-base.view"
        title="Knowledge base"
        pitch="Have responses drafted from your own manuals and help pages."
      >
        <ul className="rows card">
          {sources.map(({ id, name, note }) => (
            <li key={id}>
              <div className="row-text">
                <strong>{name}</strong>
                <span>{note}</span>
              </div>
              <div className="actions row-actions">
                <GatedButton
                  permission="knowledge-base.manage"
                  label="Rename"
                  name={`Rename ${name}`}
                  icon={Pencil}
                  variant="plain"
                  small
                  onPress={() => setEdited(id)}
                />
                <GatedButton
                  permission="knowledge-base.manage"
                  label="Delete"
                  name={`Delete ${name}`}
                  icon={Trash2}
                  variant="plain"
                  small
                  onPress={() => {
                    update(current => current.filter(entry => entry.id !== id))
                    toast(`“${name}” was deleted`)
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      </Gated>
      <PromptDialog
        title={edited === 'new' ? 'Add a source' : 'Rename the source'}
        label="Name"
        action="Save"
        isOpen={edited !== null}
        onSubmit={save}
        onClose={() => setEdited(null)}
      />
    </>
  )
}
