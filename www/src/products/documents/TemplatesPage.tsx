import { CopyPlus, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useTemplates } from './data.ts'
import { OwnerName } from './OwnerName.tsx'
import { documentsTexts } from './texts.ts'

/** The templates that documents are created from. */
export function TemplatesPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { subject, workspace } = useScenario()
  const [templates, update] = useTemplates()
  const [edited, setEdited] = useState<string | null>(null)
  const add = (name: string) => {
    update(current => [
      { id: `t${Date.now()}`, name, workspace, owner: subject, used: 0 },
      ...current,
    ])
    toast(texts.templateCreated(name))
  }
  const rename = (name: string) =>
    update(current => current.map(entry => (entry.id === edited ? { ...entry, name } : entry)))
  return (
    <>
      <PageHeader title={texts.templates} description={texts.templatesLead}>
        <GatedButton
          permission="templates.create-editable"
          label={texts.newTemplate}
          icon={FilePlus2}
          variant="solid"
          onPress={() => setEdited('new')}
        />
      </PageHeader>
      <RecordList
        permission="templates.view"
        records={templates.filter(entry => entry.workspace === workspace)}
        title={texts.templates}
        nameOf={({ name }) => name}
        empty={texts.noTemplates}
      >
        {visible => (
          <ul className="rows card">
            {visible.map(template => (
              <li key={template.id} data-record={template.id}>
                <div className="row-text">
                  <strong>{template.name}</strong>
                  <span>
                    <OwnerName owner={template.owner} />, {texts.used(template.used)}
                  </span>
                </div>
                <div className="actions row-actions">
                  <GatedButton
                    permission="templates.duplicate"
                    record={template}
                    label={texts.duplicate}
                    name={texts.duplicateOf(template.name)}
                    icon={CopyPlus}
                    variant="plain"
                    small
                    onPress={() => add(texts.copyOf(template.name))}
                  />
                  <GatedButton
                    permission="templates.edit"
                    record={template}
                    label={common.edit}
                    name={common.editOf(template.name)}
                    icon={Pencil}
                    variant="plain"
                    small
                    onPress={() => setEdited(template.id)}
                  />
                  <GatedButton
                    permission="templates.delete"
                    record={template}
                    label={common.remove}
                    name={common.removeOf(template.name)}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => {
                      update(current => current.filter(entry => entry.id !== template.id))
                      toast(common.deleted(template.name))
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={edited === 'new' ? texts.newTemplate : texts.renameTemplate}
        label={common.name}
        action={common.save}
        isOpen={edited !== null}
        onSubmit={edited === 'new' ? add : rename}
        onClose={() => setEdited(null)}
      />
    </>
  )
}
