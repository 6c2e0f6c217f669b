import { issuer } from '../lib/issuer.js'
import { allNotes, currentPerson } from '../lib/people.js'
import { AddNote, DeleteNote, ExportNotes } from './controls.jsx'

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
      <AddNote />
      <ExportNotes />
    </main>
  )
}
