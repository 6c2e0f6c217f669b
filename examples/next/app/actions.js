'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { issuer } from '../lib/issuer.js'
import { addNote, allNotes, currentPerson, deleteNote } from '../lib/people.js'

export async function signIn(form) {
  const jar = await cookies()
  jar.set('person', `${form.get('person')}`, { httpOnly: true, sameSite: 'lax' })
}

export async function signOut() {
  const jar = await cookies()
  jar.delete('person')
}

// Anybody can call an action, whatever their page shows, so each decides for itself.

export async function add(form) {
  const person = await currentPerson()
  if (!person || !(await issuer.gate(person.claims)).can('notes.add')) return
  addNote(person.claims.subject, `${form.get('text')}`)
  revalidatePath('/')
}

export async function remove(id) {
  const person = await currentPerson()
  const note = allNotes().find(note => note.id === id)
  if (!person || !(await issuer.gate(person.claims)).can('notes.delete', note)) return
  deleteNote(id)
  revalidatePath('/')
}
