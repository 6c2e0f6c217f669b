import { FileText } from 'lucide-react'
import { useScenario } from '../../gate/PaneContext.ts'
import { PlaceLink } from '../../gate/PlaceLink.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Doc } from './records.ts'
import { StatusBadge } from './StatusBadge.tsx'
import { documentsTexts } from './texts.ts'

interface Props {
  readonly documents: readonly Doc[]
  readonly current: string
}

export function DocumentList({ documents, current }: Props) {
  const texts = useTexts(documentsTexts)
  const { subject } = useScenario()
  return (
    <section className="document-group">
      <h2>{texts.documents}</h2>
      <RecordList
        permission="documents.view"
        records={documents}
        title={texts.documents}
        nameOf={({ name }) => name}
        empty={texts.noDocuments}
      >
        {visible => (
          <ul className="document-list">
            {visible.map(({ id, name, owner, status, sharedWith }) => (
              <li key={id} data-record={id}>
                <PlaceLink
                  to={{ section: 'documents', item: id }}
                  aria-current={id === current ? 'true' : undefined}
                >
                  <FileText aria-hidden size={18} />
                  <span className="row-text">
                    <strong>{name}</strong>
                    <span>
                      <OwnerName owner={owner} />
                      {sharedWith.some(entry => entry.id === subject) && `, ${texts.sharedWithYou}`}
                    </span>
                  </span>
                  <StatusBadge status={status} />
                </PlaceLink>
              </li>
            ))}
          </ul>
        )}
      </RecordList>
    </section>
  )
}
