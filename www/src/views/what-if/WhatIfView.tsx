import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { FlipList } from './FlipList.tsx'
import { LayerEditor } from './LayerEditor.tsx'
import { RoleEditor } from './RoleEditor.tsx'
import { TakeAway } from './TakeAway.tsx'
import { whatIfTexts } from './texts.ts'

/** Changes a role or a layer, says what flips, and gives the change away as files. */
export function WhatIfView() {
  const texts = useTexts(whatIfTexts)
  const names = useTexts(viewNames)
  const { inForce } = useWorkbench().scene
  const [what, setWhat] = useState<'roles' | 'layers'>('roles')
  if (!inForce) return null
  const hasLayers = inForce.catalog.layers.length > 0
  const edited = hasLayers ? what : 'roles'
  return (
    <section className="what-if">
      <header className="table-header">
        <h1>{names['what-if']}</h1>
        <p>{texts.lead}</p>
      </header>
      <div className="what-if-columns">
        <section className="card" aria-label={texts.edit}>
          {hasLayers && (
            <ToggleButtonGroup
              className="toggle-group"
              aria-label={texts.edit}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[edited]}
              onSelectionChange={keys => setWhat(keys.has('layers') ? 'layers' : 'roles')}
            >
              <ToggleButton id="roles" className="toggle-button">
                {texts.roles}
              </ToggleButton>
              <ToggleButton id="layers" className="toggle-button">
                {texts.layers}
              </ToggleButton>
            </ToggleButtonGroup>
          )}
          {edited === 'roles' ? (
            <RoleEditor inForce={inForce} />
          ) : (
            <LayerEditor inForce={inForce} />
          )}
        </section>
        <div className="what-if-results">
          <FlipList inForce={inForce} />
          <TakeAway inForce={inForce} />
        </div>
      </div>
    </section>
  )
}
