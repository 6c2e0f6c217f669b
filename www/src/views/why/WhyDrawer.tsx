import { useLabels } from '../../language/LanguageContext.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { WhyContent } from './WhyContent.tsx'

/** Explains a decision beside any view: the question is the part `why` of the address. */
export function WhyDrawer() {
  const { address, scene, go } = useWorkbench()
  const label = useLabels()
  const { inForce } = scene
  const question = address.why
  const permission = question === undefined ? undefined : inForce?.catalog.permission(question)
  return (
    <Drawer
      title={label(permission?.label)}
      isOpen={permission !== undefined}
      onClose={() => go({ why: undefined, relations: undefined }, { replace: true })}
    >
      {inForce && question !== undefined && <WhyContent inForce={inForce} question={question} />}
    </Drawer>
  )
}
