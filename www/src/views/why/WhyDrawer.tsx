import { lazy, Suspense } from 'react'
import { useLabels } from '../../language/LanguageContext.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

const WhyContent = lazy(async () => ({ default: (await import('./WhyContent.tsx')).WhyContent }))

/** Explains a decision beside any view: the question is the part `why` of the address. */
export function WhyDrawer() {
  const { address, scene, go } = useWorkbench()
  const label = useLabels()
  const { inForce } = scene
  const question = address.why
  const permission = question === undefined ? undefined : inForce?.catalog.permission(question)
  return (
    <Drawer
      title={permission ? label(permission.label) : ''}
      isOpen={permission !== undefined}
      onClose={() => go({ why: undefined, relations: undefined, as: undefined }, { replace: true })}
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
    </Drawer>
  )
}
