import { Folder as FolderIcon, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import type { Update } from '../../shared/sharedState.ts'
import { commonTexts } from '../../shared/texts.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Folder } from './records.ts'
import { documentsTexts } from './texts.ts'

interface Props {
  readonly folders: readonly Folder[]
  readonly update: Update<readonly Folder[]>
}

interface PendingAction {
  readonly folder: Folder
  readonly kind: 'rename' | 'delete'
}

export function FolderList({ folders, update }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(documentsTexts)
  const [pending, setPending] = useState<PendingAction | null>(null)
  const name = pending?.folder.name ?? ''
  const rename = (name: string) =>
    update(current =>
      current.map(entry => (entry.id === pending?.folder.id ? { ...entry, name } : entry)),
    )
  const remove = () => {
    update(current => current.filter(entry => entry.id !== pending?.folder.id))
    toast(texts.folderDeleted(name))
  }
  return (
    <section className="document-group">
      <h2>{texts.folders}</h2>
      <RecordList
        permission="document-folders.view"
        records={folders}
        title={texts.folders}
        nameOf={({ name }) => name}
        empty={texts.noFolders}
      >
        {visible => (
          <ul className="folders">
            {visible.map(folder => (
              <li key={folder.id} data-record={folder.id}>
                <FolderIcon aria-hidden size={18} />
                <div className="row-text">
                  <strong>{folder.name}</strong>
                  <OwnerName owner={folder.owner} />
                </div>
                <GatedButton
                  permission="document-folders.edit"
                  record={folder}
                  label={common.rename}
                  name={texts.renameFolderOf(folder.name)}
                  icon={Pencil}
                  variant="plain"
                  small
                  iconOnly
                  onPress={() => setPending({ folder, kind: 'rename' })}
                />
                <GatedButton
                  permission="document-folders.delete"
                  record={folder}
                  label={common.remove}
                  name={texts.removeFolderOf(folder.name)}
                  icon={Trash2}
                  variant="plain"
                  small
                  iconOnly
                  onPress={() => setPending({ folder, kind: 'delete' })}
                />
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <PromptDialog
        title={texts.renameFolder}
        label={common.name}
        action={common.rename}
        isOpen={pending?.kind === 'rename'}
        onSubmit={rename}
        onClose={() => setPending(null)}
      />
      <ConfirmDialog
        title={texts.deleteFolder}
        text={texts.deleteFolderText(name)}
        action={common.remove}
        isOpen={pending?.kind === 'delete'}
        onConfirm={remove}
        onClose={() => setPending(null)}
      />
    </section>
  )
}
