import { FilePlus2, FileUp, FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useGate } from '../../gate/useGate.ts'
import { useScene } from '../../selection/SelectionContext.ts'
import { PageHead } from '../../ui/PageHeader.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { DocumentList } from './DocumentList.tsx'
import { DocumentPanel } from './DocumentPanel.tsx'
import { useDocuments, useFolders } from './data.ts'
import { FolderList } from './FolderList.tsx'

/** Folders and documents of several owners, as far as the person may see them. */
export function DocumentsPage() {
  const { person, membership, route } = useScene()
  const gate = useGate()
  const [documents, update] = useDocuments()
  const [folders, updateFolders] = useFolders()
  const [asked, setAsked] = useState<'document' | 'folder' | null>(null)
  const here = documents.filter(({ workspace }) => workspace === membership.workspace)
  const visible = gate?.filter('documents.view', here) ?? []
  const open = visible.find(({ id }) => id === route.item) ?? visible[0]
  const owned = { workspace: membership.workspace, owner: person.id, sharedWith: [] }
  const createDocument = (name: string) => {
    const id = `d${Date.now()}`
    const text = ['This document is still empty.']
    update(now => [
      { id, name, ...owned, folder: '', status: 'Draft', approver: null, text },
      ...now,
    ])
    toast(`“${name}” was created`)
  }
  const createFolder = (name: string) => {
    updateFolders(now => [...now, { id: `f${Date.now()}`, name, ...owned }])
    toast(`The folder “${name}” was created`)
  }
  return (
    <>
      <PageHead title="Documents" note="Yours, and those of others that you may see.">
        <GatedButton
          permission="document-folders.create"
          label="New folder"
          icon={FolderPlus}
          onPress={() => setAsked('folder')}
        />
        <GatedButton
          permission="documents.create-from-upload"
          label="Upload"
          icon={FileUp}
          onPress={() => createDocument('Uploaded document')}
        />
        <GatedButton
          permission="documents.create-blank"
          label="New document"
          icon={FilePlus2}
          look="solid"
          onPress={() => setAsked('document')}
        />
      </PageHead>
      <div className="documents">
        <div className="documents-side">
          <FolderList
            folders={folders.filter(({ workspace }) => workspace === membership.workspace)}
            update={updateFolders}
          />
          <DocumentList documents={here} current={open?.id ?? ''} />
        </div>
        {open && <DocumentPanel key={open.id} document={open} update={update} />}
      </div>
      <Ask
        title={asked === 'folder' ? 'New folder' : 'New document'}
        label="Name"
        action="Create"
        isOpen={asked !== null}
        onDone={asked === 'folder' ? createFolder : createDocument}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
