import { useState } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import { withLayerValue } from '../../scenario/draft.ts'
import type { InForce } from '../../scenario/Scene.ts'
import type { Layer } from '../../scenario/scenario.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { levelsOf } from './allowed.ts'
import { whatIfTexts } from './texts.ts'
import { Values } from './Values.tsx'

/** Changes the values that a company, a group or a person has above all roles. */
export function LayerEditor({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(whatIfTexts)
  const { change } = useWorkbench()
  const { catalog, scenario } = inForce
  const [from, setFrom] = useState(catalog.layers.at(-1) ?? 'user')
  const [group] = scenario.groups
  const isWithout = from === 'group' && group === undefined
  const place = from === 'group' && group !== undefined ? { from, id: group } : { from }
  const layer = scenario.layers.find(one => one.from === from && one.id === place.id)
  return (
    <>
      <div className="values-tools">
        <SelectField
          label={texts.layer}
          options={catalog.layers.map(id => ({ id, label: texts.layerNames[id] ?? id }))}
          value={from}
          onChange={setFrom}
        />
      </div>
      {isWithout ? (
        <p className="empty">{texts.noGroup}</p>
      ) : (
        <Values
          catalog={catalog}
          lookUp={permission => {
            const value = layer?.values[permission.id]
            return {
              value: value ?? UNSET,
              choices: [UNSET, ...levelsOf(permission)],
              isChanged: value !== undefined,
            }
          }}
          onChange={(permission, value) => {
            const next = value === UNSET ? undefined : value
            change(
              { layers: withLayerValue(scenario.layers, place as Layer, permission, next) },
              { replace: true },
            )
          }}
        />
      )}
    </>
  )
}

const UNSET = 'unset'
