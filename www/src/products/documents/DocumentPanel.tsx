import { BadgeCheck, Hourglass, Pencil, Send, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Update } from '../../shared/sharedState.ts'
import { commonTexts } from '../../shared/texts.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { CommentBox } from './CommentBox.tsx'
import { DocumentPreview } from './DocumentPreview.tsx'
import type { Doc } from './records.ts'
import { documentsTexts } from './texts.ts'

interface Props {
  readonly document: Doc
  readonly update: Update<readonly Doc[]>
}

/** An action that asks for a text or for confirmation first. */
type PendingAction = 'rename' | 'invite' | 'send' | 'delete'

/** A document, and the actions on it. */
export function DocumentPanel({ document, update }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { id, name, status } = document
  const { go } = usePane()
  const [pending, setPending] = useState<PendingAction | null>(null)
  const close = () => setPending(null)
  const change = (part: Partial<Doc>, message: string) => {
    update(current => current.map(entry => (entry.id === id ? { ...entry, ...part } : entry)))
    toast(message)
  }
  const invite = (who: string) =>
    change({ sharedWith: [...document.sharedWith, { id: who }] }, texts.invited(who, name))
  return (
    <article className="document" data-open-record={id}>
      <div className="actions">
        <GatedButton
          permission="documents.send"
          record={document}
          label={texts.send}
          icon={Send}
          variant="solid"
          onPress={() => setPending('send')}
        />
        {status === 'Draft' && (
          <GatedButton
            permission="documents.send-for-approval"
            record={document}
            label={texts.askApproval}
            icon={Hourglass}
            onPress={() => change({ status: 'Waiting for approval' }, texts.approvalAsked)}
          />
        )}
        {status === 'Waiting for approval' && (
          <GatedButton
            permission="documents.approve"
            record={document}
            label={texts.approve}
            icon={BadgeCheck}
            onPress={() => change({ status: 'Approved' }, texts.approved(name))}
          />
        )}
        <GatedButton
          permission="documents.edit"
          record={document}
          label={common.edit}
          icon={Pencil}
          onPress={() => setPending('rename')}
        />
        <GatedButton
          permission="documents.invite-collaborators"
          record={document}
          label={texts.invite}
          icon={UserPlus}
          onPress={() => setPending('invite')}
        />
        <GatedButton
          permission="documents.delete"
          record={document}
          label={common.remove}
          icon={Trash2}
          variant="plain"
          onPress={() => setPending('delete')}
        />
      </div>
      <DocumentPreview document={document} />
      <CommentBox document={document} />
      <PromptDialog
        title={pending === 'invite' ? texts.inviteTitle : texts.editTitle}
        label={pending === 'invite' ? texts.email : texts.title}
        action={pending === 'invite' ? texts.invite : common.save}
        isOpen={pending === 'rename' || pending === 'invite'}
        onSubmit={text =>
          pending === 'invite' ? invite(text) : change({ name: text }, texts.saved)
        }
        onClose={close}
      />
      <ConfirmDialog
        title={texts.sendTitle}
        text={texts.sendText(name)}
        action={texts.send}
        variant="solid"
        isOpen={pending === 'send'}
        onConfirm={() => change({ status: 'Sent' }, texts.sent(name))}
        onClose={close}
      />
      <ConfirmDialog
        title={texts.deleteDocument}
        text={texts.deleteDocumentText(name)}
        action={common.remove}
        isOpen={pending === 'delete'}
        onConfirm={() => {
          go({})
          update(current => current.filter(entry => entry.id !== id))
          toast(common.deleted(name))
        }}
        onClose={close}
      />
    </article>
  )
}
