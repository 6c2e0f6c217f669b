import { Folder as FolderIcon, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import type { Update } from '../../shared/sharedState.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Folder } from './records.ts'

interface Props {
  readonly folders: readonly Folder[]
  readonly update: Update<readonly Folder[]>
}

interface PendingAction {
  readonly folder: Folder
  readonly kind: 'rename' | 'delete'
}

export function FolderList({ folders, update }: Props) {
  const [pending, setPending] = useState<PendingAction | null>(null)
  const rename = (name: string) =>
    update(current =>
      current.map(entry => (entry.id === pending?.folder.id ? { ...entry, name } : entry)),
    )
  const remove = () => {
    update(current => current.filter(entry => entry.id !== pending?.folder.id))
    toast(`The folder “${pending?.folder.name}” was deleted`)
  }
  return (
    <section className="document-group">
      <h2>Folders</h2>
      <RecordList
        permission="document-folders.view"
        records={folders}
        title="Folders"
        nameOf={({ name }) => name}
        empty="There are no folders that you may see."
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
                  label="Rename"
                  name={`Rename the folder ${folder.name}`}
                  icon={Pencil}
                  variant="plain"
                  small
                  iconOnly
                  onPress={() => setPending({ folder, kind: 'rename' })}
                />
                <GatedButton
                  permission="document-folders.delete"
                  record={folder}
                  label="Delete"
                  name={`Delete the folder ${folder.name}`}
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
        title="Rename the folder"
        label="Name"
        action="Rename"
        isOpen={pending?.kind === 'rename'}
        onSubmit={rename}
        onClose={() => setPending(null)}
      />
      <ConfirmDialog
        title="Delete this folder?"
        text={`“${pending?.folder.name}” will be deleted. The documents in it will remain.`}
        action="Delete"
        isOpen={pending?.kind === 'delete'}
        onConfirm={remove}
        onClose={() => setPending(null)}
      />
    </section>
  )
}
