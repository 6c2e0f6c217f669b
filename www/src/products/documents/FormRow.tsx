import { Download, Send, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useDecision } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Update } from '../../shared/sharedState.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Form } from './records.ts'
import { documentsTexts } from './texts.ts'

interface Props {
  readonly form: Form
  readonly update: Update<readonly Form[]>
}

export function FormRow({ form, update }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { name, isLive, responses } = form
  const [pending, setPending] = useState<'publish' | 'delete' | null>(null)
  const canSeeResponses = useDecision('form-responses.view', form).allowed
  const publish = () => {
    update(current =>
      current.map(entry => (entry.id === form.id ? { ...entry, isLive: !isLive } : entry)),
    )
    toast(isLive ? texts.takenDown(name) : texts.published(name))
  }
  const remove = () => {
    update(current => current.filter(entry => entry.id !== form.id))
    toast(common.deleted(name))
  }
  return (
    <li data-record={form.id}>
      <div className="row-text">
        <strong>{name}</strong>
        <span>
          <OwnerName owner={form.owner} />
          {canSeeResponses && `, ${texts.responses(responses)}`}
        </span>
      </div>
      <Badge tone={isLive ? 'good' : 'quiet'}>{isLive ? common.live : common.draft}</Badge>
      <div className="actions row-actions">
        <GatedButton
          permission="forms.publish"
          record={form}
          label={isLive ? texts.takeDown : common.publish}
          name={isLive ? texts.takeDownOf(name) : common.publishOf(name)}
          icon={isLive ? Undo2 : Send}
          small
          onPress={() => setPending('publish')}
        />
        <GatedButton
          permission="form-responses.export"
          record={form}
          label="CSV"
          name={texts.csvOf(name)}
          icon={Download}
          variant="plain"
          small
          onPress={() => toast(texts.downloaded(responses))}
        />
        <GatedButton
          permission="forms.delete"
          record={form}
          label={common.remove}
          name={common.removeOf(name)}
          icon={Trash2}
          variant="plain"
          small
          onPress={() => setPending('delete')}
        />
      </div>
      <ConfirmDialog
        title={isLive ? texts.takeDownTitle : texts.publishTitle}
        text={isLive ? texts.takeDownText(name) : texts.publishText(name)}
        action={isLive ? texts.takeDown : common.publish}
        variant="solid"
        isOpen={pending === 'publish'}
        onConfirm={publish}
        onClose={() => setPending(null)}
      />
      <ConfirmDialog
        title={texts.deleteForm}
        text={texts.deleteFormText(name)}
        action={common.remove}
        isOpen={pending === 'delete'}
        onConfirm={remove}
        onClose={() => setPending(null)}
      />
    </li>
  )
}
