import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import type { UseSharedState } from '../../../shared/sharedState.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PromptDialog } from '../../../ui/PromptDialog.tsx'
import { toast } from '../../../ui/toast.ts'
import type { Publishable } from '../data/publishables.ts'
import { PublishableTable } from './PublishableTable.tsx'
import { publishTexts } from './texts.ts'

interface Props {
  /** The first word of the three permissions. */
  readonly permissions: 'dialogues' | 'flows'
  readonly data: UseSharedState<readonly Publishable[]>
}

/** Items that can be created, published and deleted: dialogues or conversational flows. */
export function PublishablePage({ permissions, data: useData }: Props) {
  const common = useTexts(commonTexts)
  const texts = useTexts(publishTexts)
  const kind = texts[permissions]
  const [items, update] = useData()
  const [isCreating, setCreating] = useState(false)
  const create = (name: string) => {
    const item = { id: `new-${items.length}-${name}`, name, place: texts.notPlaced }
    update(current => [{ ...item, isLive: false, engaged: 0, changed: texts.justNow }, ...current])
    toast(texts.created(name))
  }
  return (
    <>
      <PageHeader title={kind.title} description={kind.description}>
        <GatedButton
          permission={`${permissions}.manage`}
          label={kind.new}
          icon={Plus}
          variant="solid"
          onPress={() => setCreating(true)}
        />
      </PageHeader>
      <Gated permission={`${permissions}.view`} title={kind.title}>
        <PublishableTable items={items} permissions={permissions} update={update} />
      </Gated>
      <PromptDialog
        title={kind.new}
        label={common.name}
        action={texts.createDraft}
        isOpen={isCreating}
        onSubmit={create}
        onClose={() => setCreating(false)}
      />
    </>
  )
}
