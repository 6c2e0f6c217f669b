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
  const title = failure.code === 'ERR_ENGINE_UNAVAILABLE' ? texts.engine : texts.failed
  return (
    <StateMessage icon={Unplug} tone="bad" title={title} code={failure.code}>
      <p>
        {texts.error}: {failure.message}.
      </p>
      <p>{texts.failedHelp}</p>
      <Button variant="solid" icon={RotateCw} onPress={retry}>
        {texts.retry}
      </Button>
    </StateMessage>
  )
}
