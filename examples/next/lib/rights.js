// What server and page have in common: the names, the catalog, and how a note is read.

export const names = { issuer: 'https://notes.example', audience: 'notes-web' }

export const records = { note: { owner: note => note.author } }

/** A snapshot names the catalog by the hash of these very bytes. */
export const catalog = `{
  "format": 1,
  "id": "notes",
  "label": { "en": "Notes" },
  "entitlements": [{ "id": "pro", "label": { "en": "the Pro plan" } }],
  "records": { "note": { "label": { "en": "Note" }, "relations": ["own"] } },
  "areas": [
    {
      "id": "notes",
      "label": { "en": "Notes" },
      "permissions": [
        { "id": "notes.add", "label": { "en": "Add notes" }, "values": "switch" },
        { "id": "notes.delete", "label": { "en": "Delete notes" }, "values": "switch", "record": "note" },
        { "id": "notes.export", "label": { "en": "Export notes" }, "values": "switch", "needs": ["pro"] }
      ]
    }
  ],
  "roles": [
    {
      "id": "writer",
      "label": { "en": "Writer" },
      "values": {
        "notes.add": "on",
        "notes.delete": { "value": "on", "if": ["own"] },
        "notes.export": "on"
      }
    },
    { "id": "editor", "label": { "en": "Editor" }, "values": { "notes.add": "on", "notes.delete": "on", "notes.export": "on" } }
  ]
}
`
