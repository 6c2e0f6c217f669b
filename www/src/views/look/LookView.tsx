import { Suspense, useMemo } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { designedFor } from '../../products/registry.ts'
import {
  BesideProvider,
  inBeside,
  useBeside,
  useBesideScene,
} from '../../scenario/BesideProvider.tsx'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { screenTexts } from '../../screen/texts.ts'
import { AddressState } from '../../states/AddressState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AppFrames } from './AppFrames.tsx'
import { Everything } from './Everything.tsx'
import { Frame } from './Frame.tsx'
import { FrameBar } from './FrameBar.tsx'
import { itemProblems } from './itemProblems.ts'
import { lookTexts } from './texts.ts'
import { chosenWidths } from './widths.ts'

/** The product as the person of the scenario sees it, in frames of one to three widths. */
export function LookView() {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Looking />
    </Suspense>
  )
}

/** Waits for the screens where the address names an item of theirs. */
function Looking() {
  const texts = useTexts(lookTexts)
  const { nobody } = useTexts(screenTexts)
  const { address, scene } = useWorkbench()
  const widths = useMemo(() => chosenWidths(address.widths), [address.widths])
  const beside = useBeside()
  const second = useBesideScene(beside)
  const { inForce } = scene
  const label = useLabels()
  const namesOf = ({ catalog, scenario }: InForce) => {
    const roles = rolesOf(catalog, scenario.customRoles)
    const names = scenario.roles.map(id => label(roles.find(role => role.id === id)?.label))
    return names.join(' + ') || nobody
  }
  if (!inForce) return null
  const isOnly = beside.asked === null
  // The second scene keeps what it knew of somebody who is no longer asked for.
  const others = isOnly || !second.inForce ? [] : [second.inForce]
  const problems = [
    ...(isOnly ? beside.problems : second.problems.map(inBeside)),
    ...itemProblems(address, [inForce, ...others]),
  ]
  if (problems.length > 0) return <AddressState problems={problems} />
  const frames = (who: InForce, place: string) => {
    const person = isOnly ? '' : `${place}: ${namesOf(who)}`
    return widths.map(width => (
      <Frame key={`${place} ${width}`} width={width} inForce={who} person={person} />
    ))
  }
  return (
    <>
      <h1 className="visually-hidden">{texts.title}</h1>
      <FrameBar
        widths={widths}
        isDesigned={designedFor(inForce.catalog) !== undefined}
        isGenerated={address.screens === 'generated'}
        isApp={address.app !== undefined}
        isBeside={address.beside !== undefined}
        isInspecting={address.inspect === 'on'}
      />
      <div className="frames">
        {address.app === undefined && frames(inForce, texts.first)}
        {address.app !== undefined && (
          <AppFrames address={address.app} widths={widths} inForce={inForce} />
        )}
        {beside.asked &&
          address.app === undefined &&
          second.inForce?.catalog === inForce.catalog && (
            <BesideProvider scene={second} asked={beside.asked}>
              {frames(second.inForce, texts.second)}
            </BesideProvider>
          )}
      </div>
      {address.inspect === 'on' && <Everything inForce={inForce} />}
    </>
  )
}
