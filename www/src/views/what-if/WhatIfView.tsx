import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { FlipLine } from './FlipLine.tsx'
import { FlipList } from './FlipList.tsx'
import { LayerEditor } from './LayerEditor.tsx'
import { RoleEditor } from './RoleEditor.tsx'
import { TakeAway } from './TakeAway.tsx'
import { whatIfTexts } from './texts.ts'
import { useFlips } from './useFlips.ts'

/** Changes a role or a layer, says what flips, and gives the change away as files. */
export function WhatIfView() {
  const texts = useTexts(whatIfTexts)
  const names = useTexts(viewNames)
  const { inForce } = useWorkbench().scene
  return (
    <section className="what-if">
      <header className="table-header">
        <h1>{names['what-if']}</h1>
        <p>{texts.lead}</p>
      </header>
      {inForce && <Editing inForce={inForce} />}
    </section>
  )
}

function Editing({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(whatIfTexts)
  const [what, setWhat] = useState<'roles' | 'layers'>('roles')
  const flips = useFlips(inForce)
  const hasLayers = inForce.catalog.layers.length > 0
  const edited = hasLayers ? what : 'roles'
  return (
    <div className="what-if-columns">
      <div>
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
        <FlipLine all={flips} />
      </div>
      <div className="what-if-results">
        <FlipList inForce={inForce} all={flips} />
        <TakeAway inForce={inForce} />
      </div>
    </div>
  )
}
