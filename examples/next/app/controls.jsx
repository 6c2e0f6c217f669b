'use client'

import { Can } from 'rolegate/react'
import { add, remove } from './actions.js'

export function DeleteNote({ note }) {
  return (
    <Can question="notes.delete" record={note}>
      {(_, control) => (
        <button type="button" {...control} onClick={() => remove(note.id)}>
          Delete
        </button>
      )}
    </Can>
  )
}

export function AddNote() {
  return (
    <Can question="notes.add">
      <form action={add}>
        <input name="text" aria-label="Text" required /> <button type="submit">Add</button>
      </form>
    </Can>
  )
}

export function ExportNotes() {
  return (
    <Can question="notes.export">
      {({ outcome }, control) => (
        <button type="button" {...control} onClick={() => window.print()}>
          Export{outcome === 'upsell' && ' (Pro plan)'}
        </button>
      )}
    </Can>
  )
}
