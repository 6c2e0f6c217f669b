// In place of a database and a session.

import { cookies } from 'next/headers'

const people = {
  ada: { name: 'Ada', roles: ['editor'], plan: ['pro'] },
  ben: { name: 'Ben', roles: ['writer'], plan: [] },
}

// Next.js may load this module more than once in a process, for pages and for actions.
globalThis.notesStore ??= {
  notes: [
    { id: 'n1', author: 'ada', text: 'Harbour plan' },
    { id: 'n2', author: 'ben', text: 'Bridge survey' },
  ],
}
const store = globalThis.notesStore

export const allNotes = () => store.notes

export function deleteNote(id) {
  store.notes = store.notes.filter(note => note.id !== id)
}

export function addNote(author, text) {
  store.notes = [...store.notes, { id: crypto.randomUUID(), author, text }]
}

/** Who is signed in, as a snapshot says it; `undefined` for nobody. */
export async function currentPerson() {
  const subject = (await cookies()).get('person')?.value
  if (!Object.hasOwn(people, subject ?? '')) return undefined
  const { name, roles, plan } = people[subject]
  return {
    name,
    claims: { subject, entitlements: plan, memberships: [{ workspace: 'w1', roles }] },
  }
}
