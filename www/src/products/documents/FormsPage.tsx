import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useScene } from '../../selection/SelectionContext.ts'
import { PageHead } from '../../ui/PageHeader.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useForms } from './data.ts'
import { FormRow } from './FormRow.tsx'

/** Forms on the customer's own pages. */
export function FormsPage() {
  const { person, membership } = useScene()
  const { workspace } = membership
  const [forms, update] = useForms()
  const [isAsking, setAsking] = useState(false)
  const add = (name: string) => {
    const form = { id: `q${Date.now()}`, name, workspace, owner: person.id }
    update(now => [{ ...form, isLive: false, responses: 0 }, ...now])
    toast(`The form “${name}” was created`)
  }
  return (
    <>
      <PageHead title="Forms" note="Questions on your own pages, and what was answered.">
        <GatedButton
          permission="forms.create"
          label="New form"
          icon={FilePlus2}
          look="solid"
          onPress={() => setAsking(true)}
        />
      </PageHead>
      <RecordList
        permission="forms.view"
        records={forms.filter(form => form.workspace === workspace)}
        title="Forms"
        nameOf={({ name }) => name}
        empty="No form is in your sight."
      >
        {visible => (
          <ul className="rows card">
            {visible.map(form => (
              <FormRow key={form.id} form={form} update={update} />
            ))}
          </ul>
        )}
      </RecordList>
      <Ask
        title="New form"
        label="Name"
        action="Create"
        isOpen={isAsking}
        onDone={add}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
