import { Download, Pencil, Trash2, UserPen } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { valueTexts } from '../../language/values.ts'
import { MessageList } from '../../shared/conversation/MessageList.tsx'
import { conversationTexts } from '../../shared/conversation/texts.ts'
import type { Update } from '../../shared/sharedState.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { GROUPS } from './data.ts'
import { ReassignDialog } from './ReassignDialog.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import type { Conversation } from './records.ts'
import { useSamples } from './samples.ts'
import { supportTexts } from './texts.ts'

interface Props {
  readonly conversation: Conversation
  readonly update: Update<readonly Conversation[]>
}

/** A conversation, and the actions on it. */
export function ConversationPanel({ conversation, update }: Props) {
  const conversationText = useTexts(conversationTexts)
  const common = useTexts(commonTexts)
  const texts = useTexts(supportTexts)
  const groups = useSamples(GROUPS)
  const values = useTexts(valueTexts)
  const { id, contact, topic, group, messages } = conversation
  const gate = useGate()
  const { go } = usePane()
  const [pending, setPending] = useState<'reassign' | 'delete' | null>(null)
  const level = gate.level('conversation.access', conversation)
  const change = (part: Partial<Conversation>) =>
    update(current => current.map(entry => (entry.id === id ? { ...entry, ...part } : entry)))
  const reply = (text: string) =>
    change({ messages: [...messages, { from: 'agent', text, at: conversationText.now }] })
  return (
    <section className="thread" aria-label={conversationText.with(contact)} data-open-record={id}>
      <header>
        <Avatar name={contact} size={38} />
        <div className="row-text">
          <h2>{contact}</h2>
          <p>
            {topic}, {texts.inGroup} {groups[group] ?? group}
          </p>
        </div>
        <Badge tone={level === 'write' ? 'good' : 'quiet'}>
          {level === 'off' ? texts.yours : values[level]}
        </Badge>
      </header>
      <div className="actions thread-actions">
        <GatedButton
          permission="conversation.edit"
          record={conversation}
          label={texts.reassign}
          icon={UserPen}
          small
          onPress={() => setPending('reassign')}
        />
        <GatedButton
          permission="contacts.edit-in-conversation"
          record={conversation}
          label={texts.editContact}
          icon={Pencil}
          small
          onPress={() => toast(common.saved(contact))}
        />
        <GatedButton
          permission="conversations.export"
          record={conversation}
          label={common.export}
          icon={Download}
          variant="plain"
          small
          onPress={() => toast(texts.exported)}
        />
        <GatedButton
          permission="conversations.delete"
          record={conversation}
          label={common.remove}
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
        title={texts.deleteTitle}
        text={texts.deleteText(contact)}
        action={common.remove}
        isOpen={pending === 'delete'}
        onConfirm={() => {
          go({})
          update(current => current.filter(entry => entry.id !== id))
        }}
        onClose={() => setPending(null)}
      />
    </section>
  )
}
