import { Gated } from '../../../gate/Gated.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { UNANSWERED } from '../data/library.ts'
import { useSamples } from '../data/samples.ts'
import { libraryTexts } from './texts.ts'

/** The questions of visitors that got no response. */
export function UnansweredPage() {
  const texts = useTexts(libraryTexts)
  const unanswered = useSamples(UNANSWERED)
  return (
    <>
      <PageHeader title={texts.unanswered} description={texts.unansweredLead} />
      <Gated
        permission="unanswered-questions.view"
        title={texts.unanswered}
        pitch={texts.unansweredPitch}
      >
        <ul className="rows card">
          {unanswered.map(({ question, asked, last }) => (
            <li key={question}>
              <div className="row-text">
                <strong>{question}</strong>
                <span>
                  {texts.lastAsked} {last}
                </span>
              </div>
              <span className="count">
                {asked} <span>{texts.times}</span>
              </span>
            </li>
          ))}
        </ul>
      </Gated>
    </>
  )
}
