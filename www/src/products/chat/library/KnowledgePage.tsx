import { FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import { useSources } from '../data/library.ts'
import { libraryTexts } from './texts.ts'

/** The texts that responses are generated from. */
export function KnowledgePage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(libraryTexts)
  const [sources, update] = useSources()
  const [edited, setEdited] = useState<string | null>(null)
  const save = (name: string) => {
    if (edited === 'new') {
      update(current => [{ id: `s${Date.now()}`, name, note: texts.tonight }, ...current])
    } else
      update(current => current.map(entry => (entry.id === edited ? { ...entry, name } : entry)))
  }
  return (
    <>
      <PageHeader title={texts.knowledge} description={texts.knowledgeLead}>
        <GatedButton
          permission="knowledge-base.manage"
          label={texts.addSource}
          icon={FilePlus2}
          variant="solid"
          onPress={() => setEdited('new')}
        />
      </PageHeader>
      <Gated permission="knowledge-base.view" title={texts.knowledge} pitch={texts.knowledgePitch}>
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
                  label={common.rename}
                  name={common.renameOf(name)}
                  icon={Pencil}
                  variant="plain"
                  small
                  onPress={() => setEdited(id)}
                />
                <GatedButton
                  permission="knowledge-base.manage"
                  label={common.remove}
                  name={common.removeOf(name)}
                  icon={Trash2}
                  variant="plain"
                  small
                  onPress={() => {
                    update(current => current.filter(entry => entry.id !== id))
                    toast(common.deleted(name))
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      </Gated>
      <PromptDialog
        title={edited === 'new' ? texts.addSource : texts.renameSource}
        label={common.name}
        action={common.save}
        isOpen={edited !== null}
        onSubmit={save}
        onClose={() => setEdited(null)}
      />
    </>
  )
}
