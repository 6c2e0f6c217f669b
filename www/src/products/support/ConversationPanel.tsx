import { Download, Pencil, Trash2, UserPen } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useGate } from '../../gate/useGate.ts'
import { Messages } from '../../shared/conversation/MessageList.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Confirm } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { Reassign } from './ReassignDialog.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import type { Conversation } from './records.ts'

interface Props {
  readonly conversation: Conversation
  readonly update: (change: (now: readonly Conversation[]) => readonly Conversation[]) => void
}

/** One conversation, and what the person may do with it. */
export function ConversationPanel({ conversation, update }: Props) {
  const { id, contact, topic, group, messages } = conversation
  const gate = useGate()
  const [act, setAct] = useState<'reassign' | 'delete' | null>(null)
  const level = gate?.level('conversation.access', conversation) ?? 'off'
  const change = (part: Partial<Conversation>) =>
    update(now => now.map(one => (one.id === id ? { ...one, ...part } : one)))
  const reply = (text: string) =>
    change({ messages: [...messages, { from: 'agent', text, at: 'now' }] })
  return (
    <section className="thread" aria-label={`Conversation with ${contact}`} data-open-record={id}>
      <header>
        <Avatar name={contact} size={38} />
        <div className="row-words">
          <h2>{contact}</h2>
          <p>
            {topic}, in {group}
          </p>
        </div>
        <Badge tone={level === 'write' ? 'good' : 'quiet'}>
          {level === 'off' ? 'only because it is yours' : level}
        </Badge>
      </header>
      <div className="actions thread-actions">
        <GatedButton
          permission="conversation.edit"
          record={conversation}
          label="Reassign"
          icon={UserPen}
          small
          onPress={() => setAct('reassign')}
        />
        <GatedButton
          permission="contacts.edit-in-conversation"
          record={conversation}
          label="Edit contact"
          icon={Pencil}
          small
          onPress={() => toast(`${contact} was saved`)}
        />
        <GatedButton
          permission="conversations.export"
          record={conversation}
          label="Export"
          icon={Download}
          look="plain"
          small
          onPress={() => toast('The conversation was exported')}
        />
        <GatedButton
          permission="conversations.delete"
          record={conversation}
          label="Delete"
          icon={Trash2}
          look="plain"
          small
          onPress={() => setAct('delete')}
        />
      </div>
      <Messages messages={messages} />
      <ReplyBox conversation={conversation} onReply={reply} />
      <Reassign
        isOpen={act === 'reassign'}
        onDone={assignee => change({ assignee })}
        onClose={() => setAct(null)}
      />
      <Confirm
        title="Delete this conversation?"
        text={`What ${contact} wrote will be gone for everybody.`}
        action="Delete"
        isOpen={act === 'delete'}
        onConfirm={() => update(now => now.filter(one => one.id !== id))}
        onClose={() => setAct(null)}
      />
    </section>
  )
}
