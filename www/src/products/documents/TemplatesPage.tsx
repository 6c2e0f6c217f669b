import { CopyPlus, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useScene } from '../../selection/SelectionContext.ts'
import { PageHead } from '../../ui/PageHeader.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useTemplates } from './data.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Template } from './records.ts'

/** What documents are made from. */
export function TemplatesPage() {
  const { person, membership } = useScene()
  const [templates, update] = useTemplates()
  const [asked, setAsked] = useState<Template | 'new' | null>(null)
  const add = (name: string) => {
    const { workspace } = membership
    update(now => [{ id: `t${Date.now()}`, name, workspace, owner: person.id, used: 0 }, ...now])
    toast(`The template “${name}” was created`)
  }
  const rename = (name: string) =>
    update(now => now.map(one => (one === asked ? { ...one, name } : one)))
  return (
    <>
      <PageHead title="Templates" note="What documents are made from.">
        <GatedButton
          permission="templates.create-editable"
          label="New template"
          icon={FilePlus2}
          look="solid"
          onPress={() => setAsked('new')}
        />
      </PageHead>
      <RecordList
        permission="templates.view"
        records={templates.filter(({ workspace }) => workspace === membership.workspace)}
        title="Templates"
        nameOf={({ name }) => name}
        empty="No template is in your sight."
      >
        {visible => (
          <ul className="rows card">
            {visible.map(template => (
              <li key={template.id} data-record={template.id}>
                <div className="row-words">
                  <strong>{template.name}</strong>
                  <span>
                    <OwnerName owner={template.owner} />, used {template.used} times
                  </span>
                </div>
                <div className="actions row-actions">
                  <GatedButton
                    permission="templates.duplicate"
                    record={template}
                    label="Duplicate"
                    name={`Duplicate ${template.name}`}
                    icon={CopyPlus}
                    look="plain"
                    small
                    onPress={() => add(`${template.name} (copy)`)}
                  />
                  <GatedButton
                    permission="templates.edit"
                    record={template}
                    label="Edit"
                    name={`Edit ${template.name}`}
                    icon={Pencil}
                    look="plain"
                    small
                    onPress={() => setAsked(template)}
                  />
                  <GatedButton
                    permission="templates.delete"
                    record={template}
                    label="Delete"
                    name={`Delete ${template.name}`}
                    icon={Trash2}
                    look="plain"
                    small
                    onPress={() => {
                      update(now => now.filter(one => one !== template))
                      toast(`“${template.name}” was deleted`)
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <Ask
        title={asked === 'new' ? 'New template' : 'Rename the template'}
        label="Name"
        action="Save"
        isOpen={asked !== null}
        onDone={asked === 'new' ? add : rename}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
