import { MessageSquarePlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import type { Doc } from './records.ts'

/** The field for a comment, for people who may comment. */
export function CommentBox({ document }: { readonly document: Doc }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    setText('')
    toast('The comment was added')
  }
  return (
    <Gated permission="documents.comment" record={document} title="Comments">
      <form className="comment" onSubmit={submit}>
        <TextField label="Comment" value={text} onChange={setText} />
        <Button type="submit" icon={MessageSquarePlus}>
          Add
        </Button>
      </form>
    </Gated>
  )
}
