import { BadgeCheck, Hourglass, Pencil, Send, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import type { Update } from '../../shared/sharedState.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { CommentBox } from './CommentBox.tsx'
import { DocumentPreview } from './DocumentPreview.tsx'
import type { Doc } from './records.ts'

interface Props {
  readonly document: Doc
  readonly update: Update<readonly Doc[]>
}

/** An action that asks for a text or for confirmation first. */
type PendingAction = 'rename' | 'invite' | 'send' | 'delete'

/** A document, and the actions on it. */
export function DocumentPanel({ document, update }: Props) {
  const { id, name, status } = document
  const [pending, setPending] = useState<PendingAction | null>(null)
  const close = () => setPending(null)
  const change = (part: Partial<Doc>, message: string) => {
    update(current => current.map(entry => (entry.id === id ? { ...entry, ...part } : entry)))
    toast(message)
  }
  const invite = (who: string) =>
    change(
      { sharedWith: [...document.sharedWith, { id: who }] },
      `${who} may view “${name}” and comment on it`,
    )
  return (
    <article className="document" data-open-record={id}>
      <div className="actions">
        <GatedButton
          permission="documents.send"
          record={document}
          label="Send"
          icon={Send}
          variant="solid"
          onPress={() => setPending('send')}
        />
        {status === 'Draft' && (
          <GatedButton
            permission="documents.send-for-approval"
            record={document}
            label="Ask for approval"
            icon={Hourglass}
            onPress={() => change({ status: 'Waiting for approval' }, 'Approval was requested')}
          />
        )}
        {status === 'Waiting for approval' && (
          <GatedButton
            permission="documents.approve"
            record={document}
            label="Approve"
            icon={BadgeCheck}
            onPress={() => change({ status: 'Approved' }, `“${name}” was approved`)}
          />
        )}
        <GatedButton
          permission="documents.edit"
          record={document}
          label="Edit"
          icon={Pencil}
          onPress={() => setPending('rename')}
        />
        <GatedButton
          permission="documents.invite-collaborators"
          record={document}
          label="Invite"
          icon={UserPlus}
          onPress={() => setPending('invite')}
        />
        <GatedButton
          permission="documents.delete"
          record={document}
          label="Delete"
          icon={Trash2}
          variant="plain"
          onPress={() => setPending('delete')}
        />
      </div>
      <DocumentPreview document={document} />
      <CommentBox document={document} />
      <PromptDialog
        title={pending === 'invite' ? 'Invite a collaborator' : 'Edit the title'}
        label={pending === 'invite' ? 'Email' : 'Title'}
        action={pending === 'invite' ? 'Invite' : 'Save'}
        isOpen={pending === 'rename' || pending === 'invite'}
        onSubmit={text => (pending === 'invite' ? invite(text) : change({ name: text }, 'Saved'))}
        onClose={close}
      />
      <ConfirmDialog
        title="Send this document?"
        text={`“${name}” will be sent to its recipients, who can sign it immediately.`}
        action="Send"
        variant="solid"
        isOpen={pending === 'send'}
        onConfirm={() => change({ status: 'Sent' }, `“${name}” was sent`)}
        onClose={close}
      />
      <ConfirmDialog
        title="Delete this document?"
        text={`“${name}” will be deleted for everybody it is shared with.`}
        action="Delete"
        isOpen={pending === 'delete'}
        onConfirm={() => {
          update(current => current.filter(entry => entry.id !== id))
          toast(`“${name}” was deleted`)
        }}
        onClose={close}
      />
    </article>
  )
}
