import { PackageOpen } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import { hrefOf } from '../scenario/address.ts'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

/** The address names no catalog. */
export function NoProductState() {
  const texts = useTexts(stateTexts)
  return (
    <StateMessage icon={PackageOpen} tone="quiet" title={texts.noProduct}>
      <p>{texts.noProductHelp}</p>
      <a className="button solid" href={hrefOf('', {})}>
        {texts.start}
      </a>
    </StateMessage>
  )
}
