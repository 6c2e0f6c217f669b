'use client'

import { Can } from 'rolegate/react'
import { remove } from './actions.js'

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
