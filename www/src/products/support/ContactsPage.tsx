import { Pencil, StickyNote, Trash2 } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { OPERATORS, useContacts } from './data.ts'
import type { Contact } from './records.ts'
import { useSamples } from './samples.ts'
import { supportTexts } from './texts.ts'

/** The contacts, and the notes on them. */
export function ContactsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(supportTexts)
  const operators = useSamples(OPERATORS)
  const [contacts, update] = useContacts()
  const deleteNote = (contact: Contact, note: string) =>
    update(current =>
      current.map(entry =>
        entry.id === contact.id
          ? { ...entry, notes: entry.notes.filter(({ id }) => id !== note) }
          : entry,
      ),
    )
  return (
    <>
      <PageHeader title={texts.contacts} description={texts.contactsLead} />
      <Gated permission="contacts.view" title={texts.contacts}>
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
                    label={common.edit}
                    name={common.editOf(contact.name)}
                    icon={Pencil}
                    small
                    onPress={() => toast(common.saved(contact.name))}
                  />
                  <GatedButton
                    permission="contacts.delete"
                    label={common.remove}
                    name={common.removeOf(contact.name)}
                    icon={Trash2}
                    variant="plain"
                    small
                    onPress={() =>
                      update(current => current.filter(entry => entry.id !== contact.id))
                    }
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
                      <span>{operators[note.author] ?? note.author}</span>
                    </div>
                    <GatedButton
                      permission="contact-note.delete"
                      record={note}
                      label={common.remove}
                      name={texts.deleteNote(note.text)}
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
