import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import type { AddressChange } from '../scenario/address.ts'
import type { Failure, InForce } from '../scenario/Scene.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { stateTexts } from './texts.ts'

/** What was asked for last could not be put in force; what was in force before still is. */
export function FailureBanner({ failure }: { readonly failure: Failure }) {
  const texts = useTexts(stateTexts)
  const { retry, go, scene } = useWorkbench()
  const { inForce } = scene
  return (
    <div className="failure-banner" role="alert">
      <TriangleAlert aria-hidden size={20} />
      <div>
        <p>
          <strong>{texts.stays}</strong>
        </p>
        <p>
          {texts.error}: <span lang="en">{failure.message}</span> <code>{failure.code}</code>
        </p>
      </div>
      <div className="actions">
        <Button icon={RotateCw} variant="solid" small onPress={retry}>
          {texts.retry}
        </Button>
        {inForce && (
          <Button small onPress={() => go(addressOf(inForce), { replace: true })}>
            {texts.back}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The address of what is in force, which may be of another product than what was asked for. */
function addressOf({ catalog, scenario }: InForce): AddressChange {
  return { product: catalog.id, file: undefined, section: undefined, item: undefined, scenario }
}
