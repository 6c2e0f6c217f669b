import { AppWindow } from 'lucide-react'
import { useTexts } from '../../language/LanguageContext.ts'
import { allowApp, framedApps, originOf } from '../../scenario/apps.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useStore } from '../../scenario/store.ts'
import { StateMessage } from '../../states/StateMessage.tsx'
import { Button } from '../../ui/Button.tsx'
import { AppFrame } from './AppFrame.tsx'
import { lookTexts } from './texts.ts'
import type { FrameWidth } from './widths.ts'

interface Props {
  readonly address: string
  readonly widths: readonly FrameWidth[]
  readonly inForce: InForce
}

/** The reader's own app in place of a product. One that a link brings is framed only when asked for. */
export function AppFrames({ address, widths, inForce }: Props) {
  const texts = useTexts(lookTexts)
  const origins = useStore(framedApps)
  const origin = originOf(address)
  if (origin === null) return null
  if (!origins.includes(origin)) {
    return (
      <StateMessage icon={AppWindow} tone="quiet" title={texts.allowApp(origin)}>
        <p>{texts.allowAppHelp}</p>
        <Button variant="solid" onPress={() => allowApp(origin)}>
          {texts.frameIt}
        </Button>
      </StateMessage>
    )
  }
  return widths.map(width => (
    <AppFrame key={width} address={address} width={width} inForce={inForce} />
  ))
}
