import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components'
import { useTexts } from '../language/LanguageContext.ts'
import { definitionOf } from '../products/registry.ts'
import type { InForce } from '../scenario/Scene.ts'
import type { Filter } from '../scenario/scenario.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { ListField } from '../ui/ListField.tsx'
import { LayerFields } from './LayerFields.tsx'
import { barTexts } from './texts.ts'

/** What few scenarios need: the person's id, the workspace's id, groups, layers and filters. */
export function MoreField({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const { catalog, scenario } = inForce
  const { groups, layers, filters } = scenario
  const parts = [
    groups.length > 0 && texts.groupCount(groups.length),
    layers.length > 0 && texts.layerCount(layers.length),
    filters.length > 0 && texts.filterCount(filters.length),
  ].filter(Boolean)
  const summary = parts.join(', ') || '…'
  return (
    <DialogTrigger>
      <AriaButton className="select-button choice-button">
        <span className="select-label">{texts.more}</span>{' '}
        <span className="select-value">{summary}</span>
        <ChevronDown aria-hidden size={15} />
      </AriaButton>
      <Popover className="popover more-popover" placement="bottom start" offset={6}>
        <Dialog className="popover-dialog">
          <Heading slot="title">{texts.moreTitle}</Heading>
          <Identity inForce={inForce} />
          {catalog.filters.map(name => (
            <FilterField key={name} name={name} filters={filters} />
          ))}
          {catalog.layers.length > 0 && <LayerFields inForce={inForce} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Identity({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const { change } = useWorkbench()
  const { catalog, scenario } = inForce
  return (
    <>
      <ListField
        label={texts.person}
        values={[scenario.subject]}
        isSingle
        onChange={([subject]) => subject !== undefined && change({ subject })}
      />
      {!definitionOf(catalog).workspaces && (
        <ListField
          label={texts.workspace}
          values={[scenario.workspace]}
          isSingle
          onChange={([workspace]) => workspace !== undefined && change({ workspace })}
        />
      )}
      <ListField
        label={texts.groups}
        values={scenario.groups}
        onChange={groups => change({ groups })}
      />
    </>
  )
}

interface FilterProps {
  readonly name: string
  readonly filters: readonly Filter[]
}

/** The records that the first filter leaves; more than one come from an address only. */
function FilterField({ name, filters }: FilterProps) {
  const texts = useTexts(barTexts)
  const { change } = useWorkbench()
  const [first = {}, ...others] = filters
  return (
    <ListField
      label={texts.filter(name)}
      description={texts.filterHelp}
      values={first[name] ?? []}
      onChange={values => {
        const { [name]: _, ...rest } = first
        const next = values.length > 0 ? { ...rest, [name]: values } : rest
        change({ filters: Object.keys(next).length > 0 ? [next, ...others] : others })
      }}
    />
  )
}
