import { DoorClosed } from 'lucide-react'
import { usePane } from '../../gate/PaneContext.ts'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import type { Section } from '../../products/definition.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { StateMessage } from '../../states/StateMessage.tsx'
import { lookTexts } from './texts.ts'

interface Props {
  /** The section that the address names, if it exists. */
  readonly section: Section | undefined
  /** A section in which the person may use something. */
  readonly other: Section | undefined
  readonly who: string
}

/** The person may use nothing in this section, or in the whole product. */
export function NothingHere({ section, other, who }: Props) {
  const texts = useTexts(lookTexts)
  const label = useLabels()
  const { href } = usePane()
  const { address, href: hrefTo } = useWorkbench()
  const isInspecting = address.inspect === 'on'
  return (
    <StateMessage
      icon={DoorClosed}
      tone="quiet"
      title={section && other ? texts.nothing(label(section.label), who) : texts.nothingAtAll(who)}
    >
      <p>{texts.whyNothing}</p>
      {isInspecting ? (
        <p>{texts.seeBelow}</p>
      ) : (
        <a className="button soft" href={hrefTo({ inspect: 'on' })}>
          {texts.turnOn}
        </a>
      )}
      {other && (
        <a className="button solid" href={href({ section: other.id })}>
          {texts.goTo(label(other.label))}
        </a>
      )}
    </StateMessage>
  )
}
