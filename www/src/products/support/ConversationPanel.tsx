import { Download, Pencil, Trash2, UserPen } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { MessageList } from '../../shared/conversation/MessageList.tsx'
import type { Update } from '../../shared/sharedState.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { ReassignDialog } from './ReassignDialog.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import type { Conversation } from './records.ts'

interface Props {
  readonly conversation: Conversation
  readonly update: Update<readonly Conversation[]>
}

/** A conversation, and the actions on it. */
export function ConversationPanel({ conversation, update }: Props) {
  const { id, contact, topic, group, messages } = conversation
  const gate = useGate()
  const [pending, setPending] = useState<'reassign' | 'delete' | null>(null)
  const level = gate.level('conversation.access', conversation)
  const change = (part: Partial<Conversation>) =>
    update(current => current.map(entry => (entry.id === id ? { ...entry, ...part } : entry)))
  const reply = (text: string) =>
    change({ messages: [...messages, { from: 'agent', text, at: 'now' }] })
  return (
    <section className="thread" aria-label={`Conversation with ${contact}`} data-open-record={id}>
      <header>
        <Avatar name={contact} size={38} />
        <div className="row-text">
          <h2>{contact}</h2>
          <p>
            {topic}, in {group}
          </p>
        </div>
        <Badge tone={level === 'write' ? 'good' : 'quiet'}>
          {level === 'off' ? 'assigned to you' : level}
        </Badge>
      </header>
      <div className="actions thread-actions">
        <GatedButton
          permission="conversation.edit"
          record={conversation}
          label="Reassign"
          icon={UserPen}
          small
          onPress={() => setPending('reassign')}
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
          variant="plain"
          small
          onPress={() => toast('The conversation was exported')}
        />
        <GatedButton
          permission="conversations.delete"
          record={conversation}
          label="Delete"
          icon={Trash2}
          variant="plain"
          small
          onPress={() => setPending('delete')}
        />
      </div>
      <MessageList messages={messages} />
      <ReplyBox conversation={conversation} onReply={reply} />
      <ReassignDialog
        isOpen={pending === 'reassign'}
        onSelect={assignee => change({ assignee })}
        onClose={() => setPending(null)}
      />
      <ConfirmDialog
        title="Delete this conversation?"
        text={`The messages from ${contact} will be deleted for everybody.`}
        action="Delete"
        isOpen={pending === 'delete'}
        onConfirm={() => update(current => current.filter(entry => entry.id !== id))}
        onClose={() => setPending(null)}
      />
    </section>
  )
}
