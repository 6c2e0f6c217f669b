import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { relationTexts } from '../../language/relations.ts'
import type { DisplayCatalog } from '../../scenario/DisplayCatalog.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { whyTexts } from './texts.ts'

interface Props {
  readonly catalog: DisplayCatalog
  readonly kind: string
  readonly isAsked: boolean
}

/** The relations of the person to the record that is asked about. */
export function RecordChoice({ catalog, kind, isAsked }: Props) {
  const texts = useTexts(whyTexts)
  const relationText = useTexts(relationTexts)
  const label = useLabels()
  const { address, go } = useWorkbench()
  const record = catalog.records[kind]
  if (!record) return null
  const chosen = address.relations ?? []
  return (
    <section className="why-record" aria-label={texts.about}>
      <p>
        {texts.about} <strong>{label(record.label)}</strong>
        {!isAsked && <span> · {texts.anyOne}</span>}
      </p>
      <ToggleButtonGroup
        className="chips"
        aria-label={texts.about}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={keys => {
          const relations = record.relations.filter(relation => keys.has(relation))
          go({ relations: relations.length > 0 ? relations : undefined }, { replace: true })
        }}
      >
        {record.relations.map(relation => (
          <ToggleButton key={relation} id={relation} className="chip">
            {relationText[relation] ?? relation}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </section>
  )
}
