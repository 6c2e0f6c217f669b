import { FilePlus2, FileUp, FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { useGate } from 'rolegate/react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane, useScenario } from '../../gate/PaneContext.ts'
import { useTexts } from '../../language/LanguageContext.ts'
import { NotInSight } from '../../shared/NotInSight.tsx'
import { commonTexts } from '../../shared/texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { DocumentList } from './DocumentList.tsx'
import { DocumentPanel } from './DocumentPanel.tsx'
import { useDocuments, useFolders } from './data.ts'
import { FolderList } from './FolderList.tsx'
import { documentsTexts } from './texts.ts'

/** The folders and documents that the person may see, of every owner. */
export function DocumentsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const { item } = usePane()
  const { subject, workspace } = useScenario()
  const gate = useGate()
  const [documents, update] = useDocuments()
  const [folders, updateFolders] = useFolders()
  const [creating, setCreating] = useState<'document' | 'folder' | null>(null)
  const inWorkspace = documents.filter(entry => entry.workspace === workspace)
  const visible = gate.filter('documents.view', inWorkspace)
  const open = item === '' ? visible[0] : visible.find(({ id }) => id === item)
  const owned = { workspace, owner: subject, sharedWith: [] }
  const createDocument = (name: string) => {
    const id = `d${Date.now()}`
    const text = [texts.isEmpty]
    update(current => [
      { id, name, ...owned, folder: '', status: 'Draft', approver: null, text },
      ...current,
    ])
    toast(texts.created(name))
  }
  const createFolder = (name: string) => {
    updateFolders(current => [...current, { id: `f${Date.now()}`, name, ...owned }])
    toast(texts.folderCreated(name))
  }
  return (
    <>
      <PageHeader title={texts.documents} description={texts.documentsLead}>
        <GatedButton
          permission="document-folders.create"
          label={texts.newFolder}
          icon={FolderPlus}
          onPress={() => setCreating('folder')}
        />
        <GatedButton
          permission="documents.create-from-upload"
          label={texts.upload}
          icon={FileUp}
          onPress={() => createDocument(texts.uploaded)}
        />
        <GatedButton
          permission="documents.create-blank"
          label={texts.newDocument}
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
        {!open && item !== '' && <NotInSight />}
      </div>
      <PromptDialog
        title={creating === 'folder' ? texts.newFolder : texts.newDocument}
        label={common.name}
        action={common.create}
        isOpen={creating !== null}
        onSubmit={creating === 'folder' ? createFolder : createDocument}
        onClose={() => setCreating(null)}
      />
    </>
  )
}
