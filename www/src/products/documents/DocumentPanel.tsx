import { BadgeCheck, Hourglass, Pencil, Send, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Confirm } from '../../ui/ConfirmDialog.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { CommentBox } from './CommentBox.tsx'
import { Paper } from './DocumentPreview.tsx'
import type { Doc } from './records.ts'

interface Props {
  readonly document: Doc
  readonly update: (change: (now: readonly Doc[]) => readonly Doc[]) => void
}

type Act = 'rename' | 'invite' | 'send' | 'delete'

/** One document, and what the person may do with it. */
export function DocumentPanel({ document, update }: Props) {
  const { id, name, status } = document
  const [act, setAct] = useState<Act | null>(null)
  const done = () => setAct(null)
  const change = (part: Partial<Doc>, said: string) => {
    update(now => now.map(one => (one.id === id ? { ...one, ...part } : one)))
    toast(said)
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
          look="solid"
          onPress={() => setAct('send')}
        />
        {status === 'Draft' && (
          <GatedButton
            permission="documents.send-for-approval"
            record={document}
            label="Ask for approval"
            icon={Hourglass}
            onPress={() => change({ status: 'Waiting for approval' }, 'Approval was asked for')}
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
          onPress={() => setAct('rename')}
        />
        <GatedButton
          permission="documents.invite-collaborators"
          record={document}
          label="Invite"
          icon={UserPlus}
          onPress={() => setAct('invite')}
        />
        <GatedButton
          permission="documents.delete"
          record={document}
          label="Delete"
          icon={Trash2}
          look="plain"
          onPress={() => setAct('delete')}
        />
      </div>
      <Paper document={document} />
      <CommentBox document={document} />
      <Ask
        title={act === 'invite' ? 'Invite a collaborator' : 'Edit the title'}
        label={act === 'invite' ? 'Email' : 'Title'}
        action={act === 'invite' ? 'Invite' : 'Save'}
        isOpen={act === 'rename' || act === 'invite'}
        onDone={text => (act === 'invite' ? invite(text) : change({ name: text }, 'Saved'))}
        onClose={done}
      />
      <Confirm
        title="Send this document?"
        text={`“${name}” goes to its recipients, who can sign it at once.`}
        action="Send"
        look="solid"
        isOpen={act === 'send'}
        onConfirm={() => change({ status: 'Sent' }, `“${name}” was sent`)}
        onClose={done}
      />
      <Confirm
        title="Delete this document?"
        text={`“${name}” will be gone for everybody it is shared with.`}
        action="Delete"
        isOpen={act === 'delete'}
        onConfirm={() => {
          update(now => now.filter(one => one.id !== id))
          toast(`“${name}” was deleted`)
        }}
        onClose={done}
      />
    </article>
  )
}
