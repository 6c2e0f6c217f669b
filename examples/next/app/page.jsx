import { Can } from 'rolegate/react'
import { issuer } from '../lib/issuer.js'
import { allNotes, currentPerson } from '../lib/people.js'
import { add } from './actions.js'
import { DeleteNote, ExportNotes } from './controls.jsx'

export default async function Page() {
  const person = await currentPerson()
  if (!person) return null
  // A server component asks a gate of this request.
  const gate = await issuer.gate(person.claims)
  const notes = allNotes()
  return (
    <main>
      <h1>Notes</h1>
      <p>
        You may delete {gate.filter('notes.delete', notes).length} of {notes.length}.
      </p>
      <ul>
        {notes.map(note => (
          <li key={note.id}>
            {note.text} <DeleteNote note={note} />
          </li>
        ))}
      </ul>
      {/* What a server component puts into a client component is rendered on the server. */}
      <Can question="notes.add" fallback={<p>Only writers add notes.</p>}>
        <form action={add}>
          <input name="text" aria-label="Text" required /> <button type="submit">Add</button>
        </form>
      </Can>
      <ExportNotes />
    </main>
  )
}
