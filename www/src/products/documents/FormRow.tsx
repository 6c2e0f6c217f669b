import { Download, Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useDecision } from '../../gate/useGate.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Confirm } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Form } from './records.ts'

interface Props {
  readonly form: Form
  readonly update: (change: (now: readonly Form[]) => readonly Form[]) => void
}

export function FormRow({ form, update }: Props) {
  const { name, isLive, responses } = form
  const [wish, setWish] = useState<'publish' | 'delete' | null>(null)
  const seesResponses = useDecision('form-responses.view', form).allowed
  const publish = () => {
    update(now => now.map(one => (one === form ? { ...one, isLive: !isLive } : one)))
    toast(isLive ? `“${name}” was taken down` : `“${name}” is live`)
  }
  const remove = () => {
    update(now => now.filter(one => one !== form))
    toast(`“${name}” was deleted`)
  }
  return (
    <li data-record={form.id}>
      <div className="row-words">
        <strong>{name}</strong>
        <span>
          <OwnerName owner={form.owner} />
          {seesResponses && `, ${responses} responses`}
        </span>
      </div>
      <Badge tone={isLive ? 'good' : 'quiet'}>{isLive ? 'Live' : 'Draft'}</Badge>
      <div className="actions row-actions">
        <GatedButton
          permission="forms.publish"
          record={form}
          label={isLive ? 'Take down' : 'Publish'}
          name={`${isLive ? 'Take down' : 'Publish'} ${name}`}
          icon={isLive ? Undo2 : Send}
          small
          onPress={() => setWish('publish')}
        />
        <GatedButton
          permission="form-responses.export"
          record={form}
          label="CSV"
          name={`Download the responses to ${name}`}
          icon={Download}
          look="plain"
          small
          onPress={() => toast(`${responses} responses were downloaded`)}
        />
        <GatedButton
          permission="forms.delete"
          record={form}
          label="Delete"
          name={`Delete ${name}`}
          icon={Trash2}
          look="plain"
          small
          onPress={() => setWish('delete')}
        />
      </div>
      <Confirm
        title={isLive ? 'Take this form down?' : 'Publish this form?'}
        text={isLive ? `“${name}” disappears from your pages.` : `“${name}” appears on your pages.`}
        action={isLive ? 'Take down' : 'Publish'}
        look="solid"
        isOpen={wish === 'publish'}
        onConfirm={publish}
        onClose={() => setWish(null)}
      />
      <Confirm
        title="Delete this form?"
        text={`“${name}” and its responses will be gone.`}
        action="Delete"
        isOpen={wish === 'delete'}
        onConfirm={remove}
        onClose={() => setWish(null)}
      />
    </li>
  )
}
