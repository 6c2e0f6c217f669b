import { Gated } from '../../../gate/Gated.tsx'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { UNANSWERED } from '../data/library.ts'

/** What visitors asked and nobody could tell them. */
export function UnansweredPage() {
  return (
    <>
      <PageHead title="Unanswered questions" note="What visitors asked and got no response to." />
      <Gated
        permission="unanswered-questions.view"
        title="Unanswered questions"
        pitch="See what visitors ask that nobody has answered yet, most asked first."
      >
        <ul className="rows card">
          {UNANSWERED.map(({ question, asked, last }) => (
            <li key={question}>
              <div className="row-words">
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
