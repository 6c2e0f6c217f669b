import { Download, Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useDecision } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import type { Update } from '../../shared/sharedState.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Form } from './records.ts'

interface Props {
  readonly form: Form
  readonly update: Update<readonly Form[]>
}

export function FormRow({ form, update }: Props) {
  const { name, isLive, responses } = form
  const [pending, setPending] = useState<'publish' | 'delete' | null>(null)
  const canSeeResponses = useDecision('form-responses.view', form).allowed
  const publish = () => {
    update(current =>
      current.map(entry => (entry === form ? { ...entry, isLive: !isLive } : entry)),
    )
    toast(isLive ? `“${name}” was taken down` : `“${name}” is live`)
  }
  const remove = () => {
    update(current => current.filter(entry => entry !== form))
    toast(`“${name}” was deleted`)
  }
  return (
    <li data-record={form.id}>
      <div className="row-text">
        <strong>{name}</strong>
        <span>
          <OwnerName owner={form.owner} />
          {canSeeResponses && `, ${responses} responses`}
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
          onPress={() => setPending('publish')}
        />
        <GatedButton
          permission="form-responses.export"
          record={form}
          label="CSV"
          name={`CSV of the responses to ${name}`}
          icon={Download}
          variant="plain"
          small
          onPress={() => toast(`${responses} responses were downloaded`)}
        />
        <GatedButton
          permission="forms.delete"
          record={form}
          label="Delete"
          name={`Delete ${name}`}
          icon={Trash2}
          variant="plain"
          small
          onPress={() => setPending('delete')}
        />
      </div>
      <ConfirmDialog
        title={isLive ? 'Take this form down?' : 'Publish this form?'}
        text={isLive ? `“${name}” disappears from your pages.` : `“${name}” appears on your pages.`}
        action={isLive ? 'Take down' : 'Publish'}
        variant="solid"
        isOpen={pending === 'publish'}
        onConfirm={publish}
        onClose={() => setPending(null)}
      />
      <ConfirmDialog
        title="Delete this form?"
        text={`“${name}” and its responses will be deleted.`}
        action="Delete"
        isOpen={pending === 'delete'}
        onConfirm={remove}
        onClose={() => setPending(null)}
      />
    </li>
  )
}
