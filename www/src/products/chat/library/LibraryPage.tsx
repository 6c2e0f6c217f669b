import { BookCheck, Download, FileUp, WandSparkles } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { useResponses } from '../data/library.ts'
import { ResponseCard } from './ResponseCard.tsx'

/** Questions and their responses, which are generated, checked and published. */
export function LibraryPage() {
  const [responses, update] = useResponses()
  const generate = () => {
    const id = `r${Date.now()}`
    const question = 'Is the helmet included?'
    update(current => [
      { id, question, response: 'With every bike on lease.', isPublished: false },
      ...current,
    ])
    toast('A new question and its response were saved as a draft')
  }
  const publishAll = () => {
    update(current => current.map(entry => ({ ...entry, isPublished: true })))
    toast('Every draft was published')
  }
  return (
    <>
      <PageHeader
        title="Response library"
        description="What visitors ask, and how they are answered."
      >
        <GatedButton
          permission="response-library.manage"
          label="Import"
          icon={FileUp}
          onPress={() => toast('The example file was imported')}
        />
        <GatedButton
          permission="questions-and-responses.generate"
          label="Export"
          icon={Download}
          onPress={() => toast(`${responses.length} questions and responses were exported`)}
        />
        <GatedButton
          permission="questions-and-responses.publish"
          label="Publish drafts"
          icon={BookCheck}
          onPress={publishAll}
        />
        <GatedButton
          permission="questions-and-responses.generate"
          label="Generate"
          icon={WandSparkles}
          variant="solid"
          onPress={generate}
        />
      </PageHeader>
      <Gated
        permission="response-library.view"
        title="Response library"
        pitch="Approved answers, offered to your agents while they type."
      >
        <div className="stack">
          {responses.map(response => (
            <ResponseCard key={response.id} response={response} update={update} />
          ))}
        </div>
      </Gated>
    </>
  )
}
