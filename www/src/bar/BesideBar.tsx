import { X } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import { BesideProvider, useBeside, useBesideScene } from '../scenario/BesideProvider.tsx'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import { barTexts } from './texts.ts'

/** The fields of the second of two people. */
export function BesideBar() {
  const texts = useTexts(barTexts)
  const { go } = useWorkbench()
  const beside = useBeside()
  const scene = useBesideScene(beside)
  if (!beside.asked || !scene.inForce) return null
  return (
    <section className="bar bar-second" aria-label={texts.second}>
      <p className="bar-title">{texts.second}</p>
      <BesideProvider scene={scene} asked={beside.asked}>
        <FieldGroup title={texts.second} inForce={scene.inForce} isSecond />
      </BesideProvider>
      <IconButton
        icon={X}
        label={texts.endSecond}
        onPress={() => go({ beside: undefined }, { replace: true })}
      />
    </section>
  )
}
