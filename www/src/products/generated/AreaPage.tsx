import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { translations, useLabels, useTexts } from '../../language/LanguageContext.ts'
import type { Area, Permission } from '../../scenario/DisplayCatalog.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { RecordRows } from './RecordRows.tsx'

const TEXTS = translations({
  en: {
    count: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  },
  nl: {
    count: (count: number) => (count === 1 ? '1 recht' : `${count} rechten`),
  },
})

/** A section made from an area: a card for each permission, and a list for each kind of record. */
export function AreaPage({ area }: { readonly area: Area }) {
  const label = useLabels()
  const texts = useTexts(TEXTS)
  const plain = area.permissions.filter(({ record }) => record === undefined)
  const kinds = [...new Set(area.permissions.flatMap(({ record }) => record ?? []))]
  return (
    <>
      <PageHeader title={label(area.label)} description={texts.count(area.permissions.length)} />
      <div className="generated">
        {plain.length > 0 && (
          <div className="card-grid">
            {plain.map(permission => (
              <PermissionCard key={permission.id} permission={permission} />
            ))}
          </div>
        )}
        {kinds.map(kind => (
          <RecordRows
            key={kind}
            kind={kind}
            permissions={area.permissions.filter(({ record }) => record === kind)}
          />
        ))}
      </div>
    </>
  )
}

function PermissionCard({ permission }: { readonly permission: Permission }) {
  const common = useTexts(commonTexts)
  const title = useLabels()(permission.label)
  return (
    <Gated permission={permission.id} title={title}>
      <Card
        title={title}
        actions={
          permission.values === 'level' && (
            <GatedButton
              permission={`${permission.id}:write`}
              label={common.edit}
              name={common.editOf(title)}
              small
              onPress={() => toast(title)}
            />
          )
        }
      />
    </Gated>
  )
}
