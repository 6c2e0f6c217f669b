import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { translations, useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import { relationTexts } from '../../language/relations.ts'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import { sampleWith } from '../../scenario/samples.ts'
import { toast } from '../../ui/toast.ts'

const TEXTS = translations({
  en: { other: 'any other' },
  nl: { other: 'elke andere' },
})

interface Props {
  readonly kind: string
  readonly permissions: readonly Permission[]
}

/** Records of one kind: one for each relation that a person can have to it, and one without any. */
export function RecordRows({ kind, permissions }: Props) {
  const { catalog, scenario } = usePane().inForce
  const label = useLabels()
  const texts = useTexts(TEXTS)
  const relationText = useTexts(relationTexts)
  const record = catalog.records[kind]
  if (!record) return null
  const rows = [...record.relations.map(relation => [relation]), []]
  return (
    <section className="card generated-records">
      <h2>
        <Name of={record.label} />
      </h2>
      <ul className="rows">
        {rows.map(relations => (
          <li key={relations.join()} data-relations={relations.join()}>
            <div className="row-text">
              <strong>{label(record.label)}</strong>
              <span>{relations.map(name => relationText[name] ?? name).join() || texts.other}</span>
            </div>
            <div className="actions row-actions">
              {permissions.map(({ id, label: name }) => (
                <GatedButton
                  key={id}
                  permission={id}
                  record={sampleWith(relations, scenario)}
                  label={label(name)}
                  small
                  onPress={() => toast(label(name))}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
