import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'
import { PublishableTable } from './PublishableTable.tsx'

interface Props {
  readonly title: string
  readonly description: string
  /** A noun for one of the items. */
  readonly noun: string
  /** The first word of the three permissions. */
  readonly permissions: 'dialogues' | 'flows'
  readonly data: UseSharedState<readonly Publishable[]>
}

/** Items that can be created, published and deleted: dialogues or conversational flows. */
export function PublishablePage({ title, description, noun, permissions, data: useData }: Props) {
  const [items, update] = useData()
  const [isCreating, setCreating] = useState(false)
  const create = (name: string) => {
    const item = { id: `new-${items.length}-${name}`, name, place: 'Not placed yet' }
    update(current => [{ ...item, isLive: false, engaged: 0, changed: 'just now' }, ...current])
    toast(`“${name}” was created as a draft`)
  }
  return (
    <>
      <PageHeader title={title} description={description}>
        <GatedButton
          permission={`${permissions}.manage`}
          label={`New ${noun}`}
          icon={Plus}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <Gated permission={`${permissions}.view`} title={title}>
        <PublishableTable items={items} noun={noun} permissions={permissions} update={update} />
      </Gated>
      <PromptDialog
        title={`New ${noun}`}
        label="Name"
        action="Create draft"
        isOpen={isCreating}
        onSubmit={create}
        onClose={() => setCreating(false)}
      />
    </>
  )
}
