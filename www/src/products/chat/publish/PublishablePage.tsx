import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { Ask } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'
import { PublishableTable } from './PublishableTable.tsx'

interface Props {
  readonly title: string
  readonly note: string
  /** What one of them is called. */
  readonly thing: string
  /** The three permissions share this first word. */
  readonly permissions: 'dialogues' | 'flows'
  readonly data: () => [
    readonly Publishable[],
    (change: (now: readonly Publishable[]) => readonly Publishable[]) => void,
  ]
}

/** Things that are written, published and taken away: dialogues, conversational flows. */
export function PublishablePage({ title, note, thing, permissions, data: useData }: Props) {
  const [items, update] = useData()
  const [isAsking, setAsking] = useState(false)
  const create = (name: string) => {
    const item = { id: `new-${items.length}-${name}`, name, place: 'Not placed yet' }
    update(now => [{ ...item, isLive: false, engaged: 0, changed: 'just now' }, ...now])
    toast(`“${name}” was created as a draft`)
  }
  return (
    <>
      <PageHead title={title} note={note}>
        <GatedButton
          permission={`${permissions}.manage`}
          label={`New ${thing}`}
          icon={Plus}
          look="solid"
          onPress={() => setAsking(true)}
        />
      </PageHead>
      <Gated permission={`${permissions}.view`} title={title}>
        <PublishableTable items={items} thing={thing} permissions={permissions} update={update} />
      </Gated>
      <Ask
        title={`New ${thing}`}
        label="Name"
        action="Create draft"
        isOpen={isAsking}
        onDone={create}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
