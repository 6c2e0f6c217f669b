import { Pencil, StickyNote, Trash2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS, useContacts } from './data.ts'
import type { Contact } from './records.ts'

/** The contacts, and the notes on them. */
export function ContactsPage() {
  const [contacts, update] = useContacts()
  const deleteNote = (contact: Contact, note: string) =>
    update(current =>
      current.map(entry =>
        entry === contact
          ? { ...entry, notes: entry.notes.filter(({ id }) => id !== note) }
          : entry,
      ),
    )
  return (
    <>
      <PageHeader
        title="Contacts"
        description="The people who write to you, and your notes on them."
      />
      <Gated permission="contacts.view" title="Contacts">
        <div className="columns">
          {contacts.map(contact => (
            <Card
              key={contact.id}
              title={contact.name}
              description={contact.email}
              actions={
                <>
                  <GatedButton
                    permission="contacts.edit"
                    label="Edit"
                    name={`Edit ${contact.name}`}
                    icon={Pencil}
                    small
                    onPress={() => toast(`${contact.name} was saved`)}
                  />
                  <GatedButton
                    permission="contacts.delete"
                    label="Delete"
                    name={`Delete ${contact.name}`}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() => update(current => current.filter(entry => entry !== contact))}
                  />
                </>
              }
            >
              <ul className="rows">
                {contact.notes.map(note => (
                  <li key={note.id} data-record={note.id}>
                    <StickyNote aria-hidden size={17} />
                    <div className="row-text">
                      <strong>{note.text}</strong>
                      <span>{OPERATORS[note.author] ?? note.author}</span>
                    </div>
                    <GatedButton
                      permission="contact-note.delete"
                      record={note}
                      label="Delete"
                      name={`Delete the note “${note.text}”`}
                      icon={Trash2}
                      variant="plain"
                      small
                      iconOnly
                      onPress={() => deleteNote(contact, note.id)}
                    />
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      </Gated>
    </>
  )
}
