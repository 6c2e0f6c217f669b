import { DoorClosed } from 'lucide-react'
import { usePane } from '../gate/PaneContext.ts'
import { PlaceLink } from '../gate/PlaceLink.tsx'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import type { Section } from '../products/definition.ts'
import { StateMessage } from '../states/StateMessage.tsx'
import { screenTexts } from './texts.ts'

interface Props {
  /** The section that the address names, if it exists. */
  readonly section: Section | undefined
  /** A section in which the person may use something. */
  readonly other: Section | undefined
  readonly who: string
}

/** The person may use nothing in this section, or in the whole product. */
export function NothingHere({ section, other, who }: Props) {
  const texts = useTexts(screenTexts)
  const label = useLabels()
  const { inspect } = usePane()
  return (
    <StateMessage
      icon={DoorClosed}
      tone="quiet"
      title={section && other ? texts.nothing(label(section.label), who) : texts.nothingAtAll(who)}
    >
      <p>{texts.whyNothing}</p>
      {inspect?.isOn && <p>{texts.seeBelow}</p>}
      {inspect && !inspect.isOn && (
        <a className="button soft" href={inspect.href}>
          {texts.turnOn}
        </a>
      )}
      {other && (
        <PlaceLink className="button solid" to={{ section: other.id }}>
          {texts.goTo(label(other.label))}
        </PlaceLink>
      )}
    </StateMessage>
  )
}
