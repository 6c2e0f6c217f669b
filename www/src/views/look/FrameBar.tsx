import { Monitor, PanelsTopLeft, ScanEye, Smartphone, Tablet, Users } from 'lucide-react'
import { memo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { scenarioText } from '../../scenario/address.ts'
import { useActions } from '../../scenario/WorkbenchProvider.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { lookTexts } from './texts.ts'
import { type FrameWidth, WIDTHS } from './widths.ts'

const ICONS = { 390: Smartphone, 820: Tablet, 1280: Monitor } as const

/** What is listed below the frames goes with it. */
const NOT_INSPECTING = { inspect: undefined, find: undefined, only: undefined }

interface Props {
  readonly widths: readonly FrameWidth[]
  /** Whether the product has screens made by hand, and whether the generated ones are shown instead. */
  readonly isDesigned: boolean
  readonly isGenerated: boolean
  /** Whether an app is framed in place of a product. */
  readonly isApp: boolean
  readonly isBeside: boolean
  readonly isInspecting: boolean
}

/** Chooses the frames, whose screens are in them, and whether what is hidden is drawn. */
export const FrameBar = memo(function FrameBar(props: Props) {
  const { widths, isDesigned, isGenerated, isApp, isBeside, isInspecting } = props
  const texts = useTexts(lookTexts)
  const { go } = useActions()
  return (
    <div className="frame-bar">
      <ToggleButtonGroup
        className="toggle-group"
        aria-label={texts.widths}
        selectionMode="multiple"
        selectedKeys={widths.map(String)}
        onSelectionChange={keys => {
          const chosen = WIDTHS.map(String).filter(width => keys.has(width))
          go({ widths: chosen.length > 0 ? chosen : undefined }, { replace: true })
        }}
      >
        {WIDTHS.map(width => {
          const Icon = ICONS[width]
          return (
            <ToggleButton key={width} id={String(width)} className="toggle-button">
              <Icon aria-hidden size={16} />
              <span>{texts.widthNames[width]}</span>
              <span className="toggle-detail">{width}</span>
            </ToggleButton>
          )
        })}
      </ToggleButtonGroup>
      {isDesigned && !isApp && (
        <MenuButton
          icon={PanelsTopLeft}
          label={texts.screens}
          text={isGenerated ? texts.generated : texts.designed}
          chosen={isGenerated ? 'generated' : 'designed'}
          options={[
            { id: 'designed', label: texts.designed, description: texts.designedHelp },
            { id: 'generated', label: texts.generated, description: texts.generatedHelp },
          ]}
          onChoose={id => {
            const screens = id === 'generated' ? id : undefined
            go({ screens, section: undefined, item: undefined }, { replace: true })
          }}
        />
      )}
      {!isApp && (
        <ToggleButton
          className="toggle-button inspect-toggle beside-toggle"
          isSelected={isBeside}
          onChange={isOn =>
            go(({ scenario = {} }) => ({ beside: isOn ? scenarioText(scenario) : undefined }), {
              replace: true,
            })
          }
        >
          <Users aria-hidden size={16} />
          <span>{texts.addPerson}</span>
        </ToggleButton>
      )}
      <ToggleButton
        className="toggle-button inspect-toggle"
        isSelected={isInspecting}
        onChange={isOn => go(isOn ? { inspect: 'on' } : NOT_INSPECTING, { replace: true })}
      >
        <ScanEye aria-hidden size={16} />
        <span>{texts.inspect}</span>
      </ToggleButton>
    </div>
  )
})
