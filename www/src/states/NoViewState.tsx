import { MapPinOff } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import { hrefOf } from '../scenario/address.ts'
import { VIEWS, viewNames } from '../scenario/views.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

/** The address names a view that there is not. */
export function NoViewState() {
  const texts = useTexts(stateTexts)
  const names = useTexts(viewNames)
  const { view, address } = useWorkbench()
  return (
    <StateMessage icon={MapPinOff} tone="bad" title={texts.noView}>
      <p data-problem="view">
        {texts.noViewHelp} {texts.says} <code>{view}</code>.
      </p>
      <p className="problem-fits">
        {texts.fits}:{' '}
        {VIEWS.map(({ path }) => (
          <a key={path} className="fit" href={hrefOf(path, address)}>
            {names[path]}
          </a>
        ))}
      </p>
    </StateMessage>
  )
}
