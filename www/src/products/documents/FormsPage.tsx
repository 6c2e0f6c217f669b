import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useForms } from './data.ts'
import { FormRow } from './FormRow.tsx'
import { documentsTexts } from './texts.ts'

/** The forms on the customer's own pages. */
export function FormsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { subject, workspace } = useScenario()
  const [forms, update] = useForms()
  const [isCreating, setCreating] = useState(false)
  const add = (name: string) => {
    const form = { id: `q${Date.now()}`, name, workspace, owner: subject }
    update(current => [{ ...form, isLive: false, responses: 0 }, ...current])
    toast(texts.formCreated(name))
  }
  return (
    <>
      <PageHeader title={texts.forms} description={texts.formsLead}>
        <GatedButton
          permission="forms.create"
          label={texts.newForm}
          icon={FilePlus2}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <RecordList
        permission="forms.view"
        records={forms.filter(form => form.workspace === workspace)}
        title={texts.forms}
        nameOf={({ name }) => name}
        empty={texts.noForms}
      >
        {visible => (
          <ul className="rows card">
            {visible.map(form => (
              <FormRow key={form.id} form={form} update={update} />
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={texts.newForm}
        label={common.name}
        action={common.create}
        isOpen={isCreating}
        onSubmit={add}
        onClose={() => setCreating(false)}
      />
    </>
  )
}
