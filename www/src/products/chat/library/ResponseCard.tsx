import { BookCheck, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Ask } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Response } from '../data/library.ts'

interface Props {
  readonly response: Response
  readonly update: (change: (now: readonly Response[]) => readonly Response[]) => void
}

export function ResponseCard({ response, update }: Props) {
  const { id, question, isPublished } = response
  const [isEditing, setEditing] = useState(false)
  const change = (part: Partial<Response>) =>
    update(now => now.map(one => (one.id === id ? { ...one, ...part } : one)))
  return (
    <article className="card response">
      <div className="response-words">
        <h2>{question}</h2>
        <p>{response.response}</p>
      </div>
      <Badge tone={isPublished ? 'good' : 'quiet'}>{isPublished ? 'Published' : 'Draft'}</Badge>
      <div className="actions row-actions">
        <GatedButton
          permission="questions-and-responses.publish"
          label={isPublished ? 'Unpublish' : 'Publish'}
          name={`${isPublished ? 'Unpublish' : 'Publish'}: ${question}`}
          icon={BookCheck}
          small
          onPress={() => change({ isPublished: !isPublished })}
        />
        <GatedButton
          permission="response-library.manage"
          label="Edit"
          name={`Edit: ${question}`}
          icon={Pencil}
          look="plain"
          small
          onPress={() => setEditing(true)}
        />
        <GatedButton
          permission="response-library.manage"
          label="Delete"
          name={`Delete: ${question}`}
          icon={Trash2}
          look="plain"
          small
          onPress={() => {
            update(now => now.filter(one => one.id !== id))
            toast('The response was deleted')
          }}
        />
      </div>
      <Ask
        title="Edit the response"
        label={question}
        action="Save"
        isOpen={isEditing}
        onDone={text => change({ response: text })}
        onClose={() => setEditing(false)}
      />
    </article>
  )
}
