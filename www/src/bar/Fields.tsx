import { memo, useMemo } from 'react'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { addressOf, peopleOf } from '../products/people.ts'
import { definitionOf } from '../products/registry.ts'
import { OF_ONE_PRODUCT } from '../scenario/address.ts'
import { SHIPPED_IDS } from '../scenario/catalogs.ts'
import type { DisplayCatalog, Labelled } from '../scenario/DisplayCatalog.ts'
import { PRODUCT_NAMES } from '../scenario/productNames.ts'
import { rolesOf } from '../scenario/roles.ts'
import type { InForce } from '../scenario/Scene.ts'
import { useActions } from '../scenario/WorkbenchProvider.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { type Option, SelectField } from '../ui/SelectField.tsx'
import { MoreField } from './MoreField.tsx'
import { useNames } from './summary.ts'
import { barTexts } from './texts.ts'

interface Props {
  readonly inForce: InForce
  /** Whether it is the second of two, which is of the same product. */
  readonly isSecond?: boolean
}

/** The fields of the scenario: what is chosen in each is what is in force. */
export function Fields({ inForce, isSecond = false }: Props) {
  return (
    <>
      {!isSecond && <ProductField catalog={inForce.catalog} />}
      <RolesField inForce={inForce} />
      <EntitlementFields inForce={inForce} />
      <WorkspaceField catalog={inForce.catalog} workspace={inForce.scenario.workspace} />
      <MoreField inForce={inForce} />
    </>
  )
}

const ProductField = memo(function ProductField({ catalog }: Pick<InForce, 'catalog'>) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { go } = useActions()
  const shipped = SHIPPED_IDS.map(id => ({ id, label: PRODUCT_NAMES[id] ?? id }))
  const own = { id: catalog.id, label: label(catalog.label), description: texts.own }
  return (
    <SelectField
      label={texts.product}
      options={SHIPPED_IDS.includes(catalog.id) ? shipped : [...shipped, own]}
      value={catalog.id}
      onChange={id => {
        if (id !== catalog.id)
          void addressOf(id).then(address => go({ ...OF_ONE_PRODUCT, ...address }))
      }}
    />
  )
})

function RolesField({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useActions()
  const { catalog, scenario } = inForce
  const people = peopleOf(catalog)
  const names = useNames()(inForce)
  // An option that is the same one is not drawn again.
  const own = JSON.stringify(scenario.customRoles)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `own` is the content of the roles
  const roles = useMemo(
    () => optionsOf(rolesOf(catalog, scenario.customRoles), label),
    [catalog, own, label],
  )
  const ready = useMemo(
    () =>
      optionsOf(
        people.map((person, index) => ({ ...person, id: String(index) })),
        label,
      ),
    [people, label],
  )
  return (
    <ChoiceField
      label={texts.seenAs}
      summary={names.roles}
      sections={[
        {
          title: texts.roles,
          options: roles,
          chosen: scenario.roles,
          onChange: ids => {
            change(({ roles: asked = [] }) => {
              const next = pressed(scenario.roles, ids, asked, roles)
              const same = people.find(person => String(person.roles) === String(next))
              return { roles: next, ...(same ? { subject: same.subject } : {}) }
            })
          },
        },
        {
          title: texts.people,
          options: ready,
          onPress: index => {
            const chosen = people[Number(index)]
            if (!chosen) return
            const { label: _, ...person } = chosen
            // A role of the customer's own needs what it was made with.
            const { entitlements } = person.customRoles ? person : scenario
            change({ ...FRESH, ...person, entitlements: entitlements ?? [] })
          },
        },
      ]}
    />
  )
}

function optionsOf(
  entries: readonly Labelled[],
  label: ReturnType<typeof useLabels>,
): readonly Option[] {
  return entries.map(({ id, label: name }) => ({ id, label: label(name) }))
}

/**
 * What is chosen after a press, in order. The list shows what is in force, and what is asked for may be ahead
 * of that, so only what was pressed is another there.
 */
function pressed(
  shown: readonly string[],
  chosen: readonly string[],
  asked: readonly string[],
  all: readonly { readonly id: string }[],
): readonly string[] {
  return all
    .map(({ id }) => id)
    .filter(id => (shown.includes(id) === chosen.includes(id)) === asked.includes(id))
}

const FRESH = { groups: [], layers: [], filters: [], customRoles: [], records: undefined } as const

function EntitlementFields({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useActions()
  const { catalog, scenario } = inForce
  const { choices } = definitionOf(catalog)
  const chosen = new Set(choices.flatMap(({ of }) => of))
  const options = useMemo(() => optionsOf(catalog.entitlements, label), [catalog, label])
  const nothing = useMemo(() => ({ id: NONE, label: texts.none }), [texts])
  const addOns = options.filter(({ id }) => !chosen.has(id))
  const held = scenario.entitlements
  const heldChoices = held.filter(id => chosen.has(id))
  const nameOf = (id: string) => label(catalog.entitlement(id)?.label)
  return (
    <>
      {choices.map(choice => {
        const own = held.filter(id => choice.of.includes(id))
        return (
          <SelectField
            key={choice.of.join()}
            label={label(choice.label)}
            options={[
              ...choice.of.flatMap(id => options.find(option => option.id === id) ?? []),
              nothing,
            ]}
            value={own.length > 1 ? '' : (own[0] ?? NONE)}
            placeholder={own.map(nameOf).join(' + ')}
            onChange={id =>
              change(({ entitlements = [] }) => {
                const others = entitlements.filter(held => !choice.of.includes(held))
                return { entitlements: id === NONE ? others : [...others, id] }
              })
            }
          />
        )
      })}
      {addOns.length > 0 && (
        <ChoiceField
          label={choices.length > 0 ? texts.addOns : texts.has}
          summary={
            addOns
              .filter(({ id }) => held.includes(id))
              .map(({ id }) => nameOf(id))
              .join(' + ') || texts.none
          }
          sections={[
            {
              title: texts.addOns,
              options: addOns,
              chosen: held.filter(id => addOns.some(addOn => addOn.id === id)),
              onChange: ids =>
                change(({ entitlements = [] }) => ({
                  entitlements: pressed(held, [...heldChoices, ...ids], entitlements, [
                    ...catalog.entitlements,
                  ]),
                })),
            },
          ]}
        />
      )}
    </>
  )
}

/** No entitlement has this id. */
const NONE = 'NONE'

interface WorkspaceProps {
  readonly catalog: DisplayCatalog
  readonly workspace: string
}

const WorkspaceField = memo(function WorkspaceField({ catalog, workspace }: WorkspaceProps) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useActions()
  const { workspaces } = definitionOf(catalog)
  if (!workspaces) return null
  return (
    <SelectField
      label={texts.workspace}
      options={Object.entries(workspaces).map(([id, name]) => ({ id, label: label(name) }))}
      value={workspace}
      placeholder={workspace}
      onChange={id => change({ workspace: id })}
    />
  )
})
