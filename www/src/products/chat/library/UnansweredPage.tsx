import { Gated } from '../../../gate/Gated.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { UNANSWERED } from '../data/library.ts'

/** The questions of visitors that got no response. */
export function UnansweredPage() {
  return (
    <>
      <PageHeader
        title="Unanswered questions"
        description="Questions from visitors that got no response."
      />
      <Gated
        permission="unanswered-questions.view"
        title="Unanswered questions"
        pitch="See which questions nobody has answered yet, the most frequent first."
      >
        <ul className="rows card">
          {UNANSWERED.map(({ question, asked, last }) => (
            <li key={question}>
              <div className="row-text">
                <strong>{question}</strong>
                <span>Last asked {last}</span>
              </div>
              <span className="count">
                {asked} <span>times</span>
              </span>
            </li>
          ))}
        </ul>
      </Gated>
    </>
  )
}
