import { ArrowRight } from 'lucide-react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import type { DisplayCatalog, Permission, Role } from '../../scenario/DisplayCatalog.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { catalogTexts } from './texts.ts'

/** The cells that the sources leave open, by area and permission. */
export function OpenCells({ catalog }: { readonly catalog: DisplayCatalog }) {
  const texts = useTexts(catalogTexts)
  const label = useLabels()
  const { href } = useWorkbench()
  const rows = catalog.areas.flatMap(area =>
    area.permissions.flatMap(permission => {
      const roles = catalog.roles.filter(role => isOpen(role, permission))
      return roles.length > 0 ? [{ area, permission, roles }] : []
    }),
  )
  const count = rows.reduce((sum, { roles }) => sum + roles.length, 0)
  return (
    <section className="card open-cells" aria-labelledby="open" data-open={count}>
      <header className="card-header">
        <div>
          <h2 id="open">
            {texts.open} {count > 0 && <span className="badge">{count}</span>}
          </h2>
          <p>{count > 0 ? texts.openHelp : texts.noOpen}</p>
        </div>
        {count > 0 && (
          <a className="button soft" href={href({ only: ['open'] }, 'matrix')}>
            {texts.inMatrix}
            <ArrowRight aria-hidden size={16} />
          </a>
        )}
      </header>
      {count > 0 && (
        <ul className="rows">
          {rows.map(({ area, permission, roles }) => (
            <li key={permission.id} data-open-permission={permission.id}>
              <div className="row-text">
                <strong>
                  <Name of={permission.label} />
                </strong>
                <span>{label(area.label)}</span>
              </div>
              <div className="open-roles">
                {roles.map(role => (
                  <span key={role.id} className="badge" data-role={role.id}>
                    {label(role.label)}
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function isOpen({ values }: Role, { id }: Permission): boolean {
  const value = values[id]
  return typeof value === 'object' && 'unknown' in value && value.unknown === true
}
