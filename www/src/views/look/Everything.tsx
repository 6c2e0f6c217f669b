import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import { designedFor } from '../../products/registry.ts'
import { decideForAnyRecord } from '../../scenario/anyRecord.ts'
import type { Permission } from '../../scenario/DisplayCatalog.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { OutcomeBadge } from '../../ui/OutcomeBadge.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWhy } from '../why/why.ts'
import { lookTexts } from './texts.ts'

/** Every permission of the catalog, and what becomes of it: each can be asked why. */
export function Everything({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(lookTexts)
  const label = useLabels()
  const { address, go } = useWorkbench()
  const { catalog, gate } = inForce
  const [only = 'all'] = address.only ?? []
  const words = (address.find ?? '').toLowerCase()
  const isFound = (permission: Permission) =>
    `${label(permission.label)} ${permission.id}`.toLowerCase().includes(words) &&
    (only === 'all' || decideForAnyRecord(gate, permission.id).outcome === only)
  const areas = catalog.areas
    .map(area => ({ area, permissions: area.permissions.filter(isFound) }))
    .filter(({ permissions }) => permissions.length > 0)
  const count = areas.reduce((sum, { permissions }) => sum + permissions.length, 0)
  return (
    <section className="everything" aria-labelledby="everything">
      <header>
        <h2 id="everything">{texts.everything}</h2>
        <p>{texts.everythingHelp}</p>
        <div className="everything-filters">
          <TextField
            label={texts.find}
            value={address.find ?? ''}
            onChange={find => go({ find: find || undefined }, { replace: true })}
          />
          <SelectField
            label={texts.only}
            options={Object.entries(texts.filters).map(([id, name]) => ({ id, label: name }))}
            value={only}
            onChange={id => go({ only: id === 'all' ? undefined : [id] }, { replace: true })}
          />
          <p className="everything-count" aria-live="polite">
            {texts.found(count, catalog.permissions.length)}
          </p>
        </div>
      </header>
      <div className="everything-areas">
        {areas.map(({ area, permissions }) => (
          <section key={area.id}>
            <h3>
              <Name of={area.label} />
            </h3>
            <ul>
              {permissions.map(permission => (
                <Item key={permission.id} permission={permission} inForce={inForce} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

interface ItemProps {
  readonly permission: Permission
  readonly inForce: InForce
}

function Item({ permission, inForce }: ItemProps) {
  const texts = useTexts(lookTexts)
  const why = useWhy()
  const { catalog, gate } = inForce
  const { outcome } = decideForAnyRecord(gate, permission.id)
  const isSome = permission.record !== undefined && outcome === 'show'
  const onScreen = useMemo(() => {
    const sections = designedFor(catalog)?.sections
    return sections && new Set(sections.flatMap(({ permissions }) => permissions))
  }, [catalog])
  return (
    <li data-listed={permission.id}>
      <Button className="everything-item" onPress={() => why(permission.id)}>
        <span className="everything-name">
          <Name of={permission.label} />
          {onScreen && !onScreen.has(permission.id) && <small>{texts.offScreen}</small>}
        </span>
        <OutcomeBadge
          outcome={outcome}
          text={isSome ? texts.some : (texts.outcomes[outcome] ?? outcome)}
        />
      </Button>
    </li>
  )
}
