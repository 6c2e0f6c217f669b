import { BookCheck, Download, FileUp, WandSparkles } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { useResponses } from '../data/library.ts'
import { ResponseCard } from './ResponseCard.tsx'

/** Questions and the responses to them: generated, checked, published. */
export function LibraryPage() {
  const [responses, update] = useResponses()
  const generate = () => {
    const id = `r${Date.now()}`
    const question = 'Is the helmet included?'
    update(now => [
      { id, question, response: 'With every bike on lease.', isPublished: false },
      ...now,
    ])
    toast('One new question with its response, as a draft')
  }
  const publishAll = () => {
    update(now => now.map(one => ({ ...one, isPublished: true })))
    toast('Every draft was published')
  }
  return (
    <>
      <PageHead title="Response library" note="What visitors ask, and what they are told.">
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
          look="solid"
          onPress={generate}
        />
      </PageHead>
      <Gated
        permission="response-library.view"
        title="Response library"
        pitch="Answers your agents have approved, offered to them while they type."
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
