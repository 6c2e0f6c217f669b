import { BookCheck, Download, FileUp, WandSparkles } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { useResponses } from '../data/library.ts'
import { ResponseCard } from './ResponseCard.tsx'
import { libraryTexts } from './texts.ts'

/** Questions and their responses, which are generated, checked and published. */
export function LibraryPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(libraryTexts)
  const [responses, update] = useResponses()
  const generate = () => {
    const id = `r${Date.now()}`
    const question = 'Is the helmet included?'
    update(current => [
      { id, question, response: 'With every bike on lease.', isPublished: false },
      ...current,
    ])
    toast(texts.generated)
  }
  const publishAll = () => {
    update(current => current.map(entry => ({ ...entry, isPublished: true })))
    toast(texts.allPublished)
  }
  return (
    <>
      <PageHeader title={texts.library} description={texts.libraryLead}>
        <GatedButton
          permission="response-library.manage"
          label={texts.import}
          icon={FileUp}
          onPress={() => toast(texts.imported)}
        />
        <GatedButton
          permission="questions-and-responses.generate"
          label={common.export}
          icon={Download}
          onPress={() => toast(texts.exported(responses.length))}
        />
        <GatedButton
          permission="questions-and-responses.publish"
          label={texts.publishDrafts}
          icon={BookCheck}
          onPress={publishAll}
        />
        <GatedButton
          permission="questions-and-responses.generate"
          label={texts.generate}
          icon={WandSparkles}
          variant="solid"
          onPress={generate}
        />
      </PageHeader>
      <Gated permission="response-library.view" title={texts.library} pitch={texts.libraryPitch}>
        <div className="stack">
          {responses.map(response => (
            <ResponseCard key={response.id} response={response} update={update} />
          ))}
        </div>
      </Gated>
    </>
  )
}
