import { FilePlus2, FileUp, FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane, useScenario } from '../../gate/PaneContext.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { DocumentList } from './DocumentList.tsx'
import { DocumentPanel } from './DocumentPanel.tsx'
import { useDocuments, useFolders } from './data.ts'
import { FolderList } from './FolderList.tsx'

/** The folders and documents that the person may see, of every owner. */
export function DocumentsPage() {
  const { item } = usePane()
  const { subject, workspace } = useScenario()
  const gate = useGate()
  const [documents, update] = useDocuments()
  const [folders, updateFolders] = useFolders()
  const [creating, setCreating] = useState<'document' | 'folder' | null>(null)
  const inWorkspace = documents.filter(entry => entry.workspace === workspace)
  const visible = gate.filter('documents.view', inWorkspace)
  const open = visible.find(({ id }) => id === item) ?? visible[0]
  const common = { workspace, owner: subject, sharedWith: [] }
  const createDocument = (name: string) => {
    const id = `d${Date.now()}`
    const text = ['This document is still empty.']
    update(current => [
      { id, name, ...common, folder: '', status: 'Draft', approver: null, text },
      ...current,
    ])
    toast(`“${name}” was created`)
  }
  const createFolder = (name: string) => {
    updateFolders(current => [...current, { id: `f${Date.now()}`, name, ...common }])
    toast(`The folder “${name}” was created`)
  }
  return (
    <>
      <PageHeader
        title="Documents"
        description="Your own documents, and those of others that you may see."
      >
        <GatedButton
          permission="document-folders.create"
          label="New folder"
          icon={FolderPlus}
          onPress={() => setCreating('folder')}
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
          variant="solid"
          onPress={() => setCreating('document')}
        />
      </PageHeader>
      <div className="documents">
        <div className="documents-side">
          <FolderList
            folders={folders.filter(entry => entry.workspace === workspace)}
            update={updateFolders}
          />
          <DocumentList documents={inWorkspace} current={open?.id ?? ''} />
        </div>
        {open && <DocumentPanel key={open.id} document={open} update={update} />}
      </div>
      <PromptDialog
        title={creating === 'folder' ? 'New folder' : 'New document'}
        label="Name"
        action="Create"
        isOpen={creating !== null}
        onSubmit={creating === 'folder' ? createFolder : createDocument}
        onClose={() => setCreating(null)}
      />
    </>
  )
}
