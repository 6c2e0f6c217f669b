import { Monitor, PanelsTopLeft, ScanEye, Smartphone, Tablet, Users } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { designedFor } from '../../products/registry.ts'
import { scenarioText } from '../../scenario/address.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { lookTexts } from './texts.ts'
import { chosenWidths, WIDTHS } from './widths.ts'

const ICONS = { 390: Smartphone, 820: Tablet, 1280: Monitor } as const

/** What is listed below the frames goes with it. */
const NOT_INSPECTING = { inspect: undefined, find: undefined, only: undefined }

/** Chooses the frames, whose screens are in them, and whether what is hidden is drawn. */
export function FrameBar() {
  const texts = useTexts(lookTexts)
  const { address, scene, go } = useWorkbench()
  const widths = chosenWidths(address.widths)
  const isDesigned = scene.inForce !== null && designedFor(scene.inForce.catalog) !== undefined
  const isGenerated = address.screens === 'generated'
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
      {isDesigned && address.app === undefined && (
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
      {address.app === undefined && (
        <ToggleButton
          className="toggle-button inspect-toggle beside-toggle"
          isSelected={address.beside !== undefined}
          onChange={isOn =>
            go(
              { beside: isOn ? scenarioText(address.scenario ?? {}) : undefined },
              { replace: true },
            )
          }
        >
          <Users aria-hidden size={16} />
          <span>{texts.addPerson}</span>
        </ToggleButton>
      )}
      <ToggleButton
        className="toggle-button inspect-toggle"
        isSelected={address.inspect === 'on'}
        onChange={isOn => go(isOn ? { inspect: 'on' } : NOT_INSPECTING, { replace: true })}
      >
        <ScanEye aria-hidden size={16} />
        <span>{texts.inspect}</span>
      </ToggleButton>
    </div>
  )
}
