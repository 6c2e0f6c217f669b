import { lazy, Suspense } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { whyTexts } from './texts.ts'

const WhyContent = lazy(async () => ({ default: (await import('./WhyContent.tsx')).WhyContent }))

/** Explains a decision beside any view: the question is the part `why` of the address. */
export function WhyDrawer() {
  const { address, scene, go } = useWorkbench()
  const label = useLabels()
  const texts = useTexts(whyTexts)
  const { inForce } = scene
  const question = address.why
  const permission = question === undefined ? undefined : inForce?.catalog.permission(question)
  return (
    <Drawer
      title={permission ? label(permission.label) : texts.unknown}
      isOpen={question !== undefined && inForce !== null}
      onClose={() => go({ why: undefined, relations: undefined }, { replace: true })}
    >
      {inForce && question !== undefined && permission && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <WhyContent
            key={question}
            inForce={inForce}
            question={question}
            permission={permission}
          />
        </Suspense>
      )}
      {inForce && question !== undefined && !permission && (
        <p data-problem="why">{texts.unknownHelp(question)}</p>
      )}
    </Drawer>
  )
}
