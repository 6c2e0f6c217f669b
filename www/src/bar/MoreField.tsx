import { ChevronDown, X } from 'lucide-react'
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
import { useActions } from '../scenario/WorkbenchProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ListField } from '../ui/ListField.tsx'
import { Time } from '../ui/Time.tsx'
import { LayerFields } from './LayerFields.tsx'
import { barTexts } from './texts.ts'

/** What few scenarios need: the person's id, the workspace's id, groups, layers and filters. */
export function MoreField({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const { catalog, scenario } = inForce
  const { groups, layers, filters, at } = scenario
  const parts = [
    groups.length > 0 && texts.groupCount(groups.length),
    layers.length > 0 && texts.layerCount(layers.length),
    filters.length > 0 && texts.filterCount(filters.length),
    at !== undefined && texts.anotherTime,
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
          {at !== undefined && <AtField at={at} />}
          {(filters.length > 0 ? filters : [{}]).flatMap((_, index) =>
            catalog.filters.map(name => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its position
              <FilterField key={`${name} ${index}`} name={name} filters={filters} index={index} />
            )),
          )}
          {catalog.layers.length > 0 && <LayerFields inForce={inForce} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Identity({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const { change } = useActions()
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

/** The time at which the person looks, where that is not now. */
function AtField({ at }: { readonly at: number }) {
  const texts = useTexts(barTexts)
  const { change } = useActions()
  return (
    <p className="at-field">
      <span>
        {texts.at} <Time seconds={at} />
      </span>
      <IconButton icon={X} label={texts.now} onPress={() => change({ at: undefined })} />
    </p>
  )
}

interface FilterProps {
  readonly name: string
  readonly filters: readonly Filter[]
  /** Which of the filters; a second one comes from an address only. */
  readonly index: number
}

/** The records that a filter leaves. */
function FilterField({ name, filters, index }: FilterProps) {
  const texts = useTexts(barTexts)
  const { change } = useActions()
  const { [index]: filter = {} } = filters
  return (
    <ListField
      label={texts.filter(name, index)}
      description={filter[name]?.length === 0 ? texts.filterStops : texts.filterHelp}
      values={filter[name] ?? []}
      onChange={values => {
        const { [name]: _, ...rest } = filter
        const next = values.length > 0 ? { ...rest, [name]: values } : rest
        const all = filters.length > 0 ? filters.with(index, next) : [next]
        change({ filters: all.filter(entry => Object.keys(entry).length > 0) })
      }}
    />
  )
}
