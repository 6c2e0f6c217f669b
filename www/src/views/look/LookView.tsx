import { useMemo } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Everything } from './Everything.tsx'
import { Frame } from './Frame.tsx'
import { FrameBar } from './FrameBar.tsx'
import { lookTexts } from './texts.ts'
import { chosenWidths } from './widths.ts'

/** The product as the person of the scenario sees it, in frames of one to three widths. */
export function LookView() {
  const texts = useTexts(lookTexts)
  const { address, scene } = useWorkbench()
  const widths = useMemo(() => chosenWidths(address.widths), [address.widths])
  const { inForce } = scene
  if (!inForce) return null
  return (
    <>
      <h1 className="visually-hidden">{texts.title}</h1>
      <FrameBar />
      <div className="frames">
        {widths.map(width => (
          <Frame key={width} width={width} inForce={inForce} />
        ))}
      </div>
      {address.inspect === 'on' && <Everything inForce={inForce} />}
    </>
  )
}
