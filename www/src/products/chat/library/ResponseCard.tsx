import { BookCheck, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import type { Update } from '../../../shared/sharedState.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Response } from '../data/library.ts'

interface Props {
  readonly response: Response
  readonly update: Update<readonly Response[]>
}

export function ResponseCard({ response, update }: Props) {
  const { id, question, isPublished } = response
  const [isEditing, setEditing] = useState(false)
  const change = (part: Partial<Response>) =>
    update(current => current.map(entry => (entry.id === id ? { ...entry, ...part } : entry)))
  return (
    <article className="card response">
      <div>
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
          variant="plain"
          small
          onPress={() => setEditing(true)}
        />
        <GatedButton
          permission="response-library.manage"
          label="Delete"
          name={`Delete: ${question}`}
          icon={Trash2}
          variant="plain"
          small
          onPress={() => {
            update(current => current.filter(entry => entry.id !== id))
            toast('The response was deleted')
          }}
        />
      </div>
      <PromptDialog
        title="Edit the response"
        label={question}
        action="Save"
        isOpen={isEditing}
        onSubmit={text => change({ response: text })}
        onClose={() => setEditing(false)}
      />
    </article>
  )
}
