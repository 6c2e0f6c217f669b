import { Pencil, StickyNote, Trash2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS, useContacts } from './data.ts'
import type { Contact } from './records.ts'

/** The people who write, and what is noted about them. */
export function ContactsPage() {
  const [contacts, update] = useContacts()
  const forget = (contact: Contact, note: string) =>
    update(now =>
      now.map(one =>
        one === contact ? { ...one, notes: one.notes.filter(({ id }) => id !== note) } : one,
      ),
    )
  return (
    <>
      <PageHead title="Contacts" note="The people who write, and what is noted about them." />
      <Gated permission="contacts.view" title="Contacts">
        <div className="columns">
          {contacts.map(contact => (
            <Card
              key={contact.id}
              title={contact.name}
              note={contact.email}
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
                    look="plain"
                    small
                    onPress={() => update(now => now.filter(one => one !== contact))}
                  />
                </>
              }
            >
              <ul className="rows">
                {contact.notes.map(note => (
                  <li key={note.id} data-record={note.id}>
                    <StickyNote aria-hidden size={17} />
                    <div className="row-words">
                      <strong>{note.text}</strong>
                      <span>{OPERATORS[note.author] ?? note.author}</span>
                    </div>
                    <GatedButton
                      permission="contact-note.delete"
                      record={note}
                      label="Delete"
                      name={`Delete the note “${note.text}”`}
                      icon={Trash2}
                      look="plain"
                      small
                      isSign
                      onPress={() => forget(contact, note.id)}
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
