import { Folder as FolderIcon, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { RecordList } from '../../gate/RecordList.tsx'
import { Confirm } from '../../ui/ConfirmDialog.tsx'
import { Ask } from '../../ui/PromptDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { OwnerName } from './OwnerName.tsx'
import type { Folder } from './records.ts'

interface Props {
  readonly folders: readonly Folder[]
  readonly update: (change: (now: readonly Folder[]) => readonly Folder[]) => void
}

interface Wish {
  readonly folder: Folder
  readonly act: 'rename' | 'delete'
}

export function FolderList({ folders, update }: Props) {
  const [wish, setWish] = useState<Wish | null>(null)
  const rename = (name: string) =>
    update(now => now.map(one => (one.id === wish?.folder.id ? { ...one, name } : one)))
  const remove = () => {
    update(now => now.filter(one => one.id !== wish?.folder.id))
    toast(`The folder “${wish?.folder.name}” was deleted`)
  }
  return (
    <section className="document-group">
      <h2>Folders</h2>
      <RecordList
        permission="document-folders.view"
        records={folders}
        title="Folders"
        nameOf={({ name }) => name}
        empty="No folder is in your sight."
      >
        {visible => (
          <ul className="folders">
            {visible.map(folder => (
              <li key={folder.id} data-record={folder.id}>
                <FolderIcon aria-hidden size={18} />
                <div className="row-words">
                  <strong>{folder.name}</strong>
                  <OwnerName owner={folder.owner} />
                </div>
                <GatedButton
                  permission="document-folders.edit"
                  record={folder}
                  label="Rename"
                  name={`Rename the folder ${folder.name}`}
                  icon={Pencil}
                  look="plain"
                  small
                  isSign
                  onPress={() => setWish({ folder, act: 'rename' })}
                />
                <GatedButton
                  permission="document-folders.delete"
                  record={folder}
                  label="Delete"
                  name={`Delete the folder ${folder.name}`}
                  icon={Trash2}
                  look="plain"
                  small
                  isSign
                  onPress={() => setWish({ folder, act: 'delete' })}
                />
              </li>
            ))}
          </ul>
        )}
      </RecordList>
      <Ask
        title="Rename the folder"
        label="Name"
        action="Rename"
        isOpen={wish?.act === 'rename'}
        onDone={rename}
        onClose={() => setWish(null)}
      />
      <Confirm
        title="Delete this folder?"
        text={`“${wish?.folder.name}” goes; the documents in it stay.`}
        action="Delete"
        isOpen={wish?.act === 'delete'}
        onConfirm={remove}
        onClose={() => setWish(null)}
      />
    </section>
  )
}
