import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { usePane } from '../../gate/PaneContext.ts'
import { useLabels } from '../../language/LanguageContext.ts'
import type { Area, Permission } from '../../scenario/DisplayCatalog.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { RecordRows } from './RecordRows.tsx'

/** A section made from an area: a card for each permission, and a list for each kind of record. */
export function AreaPage({ area }: { readonly area: Area }) {
  const label = useLabels()
  const { catalog } = usePane().inForce
  const plain = area.permissions.filter(({ record }) => record === undefined)
  const kinds = [...new Set(area.permissions.flatMap(({ record }) => record ?? []))]
  return (
    <>
      <PageHeader title={label(area.label)} description={label(catalog.label)} />
      <div className="card-grid">
        {plain.map(permission => (
          <PermissionCard key={permission.id} permission={permission} />
        ))}
      </div>
      {kinds.map(kind => (
        <RecordRows
          key={kind}
          kind={kind}
          permissions={area.permissions.filter(({ record }) => record === kind)}
        />
      ))}
    </>
  )
}

function PermissionCard({ permission }: { readonly permission: Permission }) {
  const title = useLabels()(permission.label)
  return (
    <Gated permission={permission.id} title={title}>
      <Card
        title={title}
        actions={
          permission.values === 'level' && (
            <GatedButton
              permission={`${permission.id}:write`}
              label="Edit"
              name={`Edit ${title}`}
              small
              onPress={() => toast(title)}
            />
          )
        }
      />
    </Gated>
  )
}
