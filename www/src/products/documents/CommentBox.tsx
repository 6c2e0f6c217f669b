import { MessageSquarePlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import type { Doc } from './records.ts'
import { documentsTexts } from './texts.ts'

/** The field for a comment, for people who may comment. */
export function CommentBox({ document }: { readonly document: Doc }) {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    setText('')
    toast(texts.commented)
  }
  return (
    <Gated permission="documents.comment" record={document} title={texts.comments}>
      <form className="comment" onSubmit={submit}>
        <TextField label={texts.comment} value={text} onChange={setText} />
        <Button type="submit" icon={MessageSquarePlus}>
          {common.add}
        </Button>
      </form>
    </Gated>
  )
}
