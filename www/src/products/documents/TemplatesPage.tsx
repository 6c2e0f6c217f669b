import { CopyPlus, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { RecordList } from '../../gate/RecordList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useTemplates } from './data.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Template } from './records.ts'

/** The templates that documents are created from. */
export function TemplatesPage() {
  const { subject, workspace } = useScenario()
  const [templates, update] = useTemplates()
  const [edited, setEdited] = useState<Template | 'new' | null>(null)
  const add = (name: string) => {
    update(current => [
      { id: `t${Date.now()}`, name, workspace, owner: subject, used: 0 },
      ...current,
    ])
    toast(`The template “${name}” was created`)
  }
  const rename = (name: string) =>
    update(current => current.map(entry => (entry === edited ? { ...entry, name } : entry)))
  return (
    <>
      <PageHeader title="Templates" description="Documents are created from templates.">
        <GatedButton
          permission="templates.create-editable"
          label="New template"
          icon={FilePlus2}
          variant="solid"
          onPress={() => setEdited('new')}
        />
      </PageHeader>
      <RecordList
        permission="templates.view"
        records={templates.filter(entry => entry.workspace === workspace)}
        title="Templates"
        nameOf={({ name }) => name}
        empty="There are no templates that you may see."
      >
        {visible => (
          <ul className="rows card">
            {visible.map(template => (
              <li key={template.id} data-record={template.id}>
                <div className="row-text">
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
                    variant="plain"
                    small
                    onPress={() => add(`${template.name} (copy)`)}
                  />
                  <GatedButton
                    permission="templates.edit"
                    record={template}
                    label="Edit"
                    name={`Edit ${template.name}`}
                    icon={Pencil}
                    variant="plain"
                    small
                    onPress={() => setEdited(template)}
                  />
                  <GatedButton
                    permission="templates.delete"
                    record={template}
                    label="Delete"
                    name={`Delete ${template.name}`}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => {
                      update(current => current.filter(entry => entry !== template))
                      toast(`“${template.name}” was deleted`)
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={edited === 'new' ? 'New template' : 'Rename the template'}
        label="Name"
        action="Save"
        isOpen={edited !== null}
        onSubmit={edited === 'new' ? add : rename}
        onClose={() => setEdited(null)}
      />
    </>
  )
}
