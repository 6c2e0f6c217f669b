import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { withLayerValue } from '../scenario/draft.ts'
import type { InForce } from '../scenario/Scene.ts'
import { useActions } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { barTexts } from './texts.ts'

/** The values that layers set above the roles, and a form to add one. */
export function LayerFields({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useActions()
  const { catalog, scenario } = inForce
  const nameOf = (permission: string) => label(catalog.permission(permission)?.label)
  return (
    <section className="layer-fields">
      <p className="field-help">{texts.layerHelp}</p>
      <ul className="draft-changes">
        {scenario.layers.flatMap(layer =>
          Object.entries(layer.values).map(([permission, value]) => {
            const where = [texts.layer[layer.from], layer.id].filter(Boolean).join(' ')
            const text = `${where}: ${nameOf(permission)} → ${value}`
            const layers = withLayerValue(scenario.layers, layer, permission, undefined)
            return (
              <li key={text}>
                <span>{text}</span>
                <IconButton
                  icon={Trash2}
                  label={texts.remove(text)}
                  onPress={() => change({ layers })}
                />
              </li>
            )
          }),
        )}
      </ul>
      <NewValue inForce={inForce} />
    </section>
  )
}

function NewValue({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(barTexts)
  const label = useLabels()
  const { change } = useActions()
  const { catalog, scenario } = inForce
  const stored = catalog.permissions.filter(({ rule }) => rule === undefined)
  const [from, setFrom] = useState(catalog.layers[0] ?? 'user')
  const [permission, setPermission] = useState(stored[0]?.id ?? '')
  const isLevel = catalog.permission(permission)?.values === 'level'
  const values = isLevel ? ['off', 'read', 'write'] : ['off', 'on']
  const [value, setValue] = useState('on')
  const chosen = values.includes(value) ? value : (values.at(-1) ?? 'on')
  const group = scenario.groups[0]
  const sources = catalog.layers.filter(name => name !== 'group' || group !== undefined)
  const where = from === 'group' && group !== undefined ? { from, id: group } : { from }
  const layers = withLayerValue(scenario.layers, where, permission, chosen)
  return (
    <div className="layer-form">
      <SelectField
        label={texts.from}
        options={sources.map(id => ({ id, label: texts.layer[id] ?? id }))}
        value={from}
        onChange={setFrom}
      />
      <SelectField
        label={texts.permission}
        options={stored.map(({ id, label: name }) => ({ id, label: label(name) }))}
        value={permission}
        onChange={setPermission}
      />
      <SelectField
        label={texts.value}
        options={values.map(id => ({ id, label: id }))}
        value={chosen}
        onChange={setValue}
      />
      <Button icon={Plus} onPress={() => change({ layers })}>
        {texts.addLayer}
      </Button>
    </div>
  )
}
