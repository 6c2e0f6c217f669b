import { BookCheck, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import type { Update } from '../../../shared/sharedState.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Response } from '../data/library.ts'
import { libraryTexts } from './texts.ts'

interface Props {
  readonly response: Response
  readonly update: Update<readonly Response[]>
}

export function ResponseCard({ response, update }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(libraryTexts)
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
      <Badge tone={isPublished ? 'good' : 'quiet'}>
        {isPublished ? texts.published : common.draft}
      </Badge>
      <div className="actions row-actions">
        <GatedButton
          permission="questions-and-responses.publish"
          label={isPublished ? texts.unpublish : common.publish}
          name={isPublished ? texts.unpublishOf(question) : texts.publishOf(question)}
          icon={BookCheck}
          small
          onPress={() => change({ isPublished: !isPublished })}
        />
        <GatedButton
          permission="response-library.manage"
          label={common.edit}
          name={texts.editOf(question)}
          icon={Pencil}
          variant="plain"
          small
          onPress={() => setEditing(true)}
        />
        <GatedButton
          permission="response-library.manage"
          label={common.remove}
          name={texts.removeOf(question)}
          icon={Trash2}
          variant="plain"
          small
          onPress={() => {
            update(current => current.filter(entry => entry.id !== id))
            toast(texts.deleted)
          }}
        />
      </div>
      <PromptDialog
        title={texts.editResponse}
        label={question}
        action={common.save}
        isOpen={isEditing}
        onSubmit={text => change({ response: text })}
        onClose={() => setEditing(false)}
      />
    </article>
  )
}
