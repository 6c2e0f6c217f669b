import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useScenario } from '../../gate/PaneContext.ts'
import { RecordList } from '../../gate/RecordList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useForms } from './data.ts'
import { FormRow } from './FormRow.tsx'

/** The forms on the customer's own pages. */
export function FormsPage() {
  const { subject, workspace } = useScenario()
  const [forms, update] = useForms()
  const [isCreating, setCreating] = useState(false)
  const add = (name: string) => {
    const form = { id: `q${Date.now()}`, name, workspace, owner: subject }
    update(current => [{ ...form, isLive: false, responses: 0 }, ...current])
    toast(`The form “${name}” was created`)
  }
  return (
    <>
      <PageHeader
        title="Forms"
        description="Questions on your own pages, and the responses to them."
      >
        <GatedButton
          permission="forms.create"
          label="New form"
          icon={FilePlus2}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <RecordList
        permission="forms.view"
        records={forms.filter(form => form.workspace === workspace)}
        title="Forms"
        nameOf={({ name }) => name}
        empty="There are no forms that you may see."
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
        title="New form"
        label="Name"
        action="Create"
        isOpen={isCreating}
        onSubmit={add}
        onClose={() => setCreating(false)}
      />
    </>
  )
}
