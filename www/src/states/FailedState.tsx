import { RotateCw, Unplug } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import type { Failure } from '../scenario/Scene.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

/** Nothing is in force, and what was asked for could not be. */
export function FailedState({ failure }: { readonly failure: Failure }) {
  const texts = useTexts(stateTexts)
  const { retry } = useWorkbench()
  const isEngine = failure.code === 'ERR_ENGINE_UNAVAILABLE'
  const title = isEngine ? texts.engine : texts.failed
  return (
    <StateMessage icon={Unplug} tone="bad" title={title}>
      <p>
        {isEngine && texts.engineHelp} {texts.failedHelp}
      </p>
      <Button variant="solid" icon={RotateCw} onPress={retry}>
        {texts.retry}
      </Button>
      <details className="why-details">
        <summary>{texts.details}</summary>
        <code lang="en">
          {failure.code}: {failure.message}
        </code>
      </details>
    </StateMessage>
  )
}
