import { usePane } from '../gate/PaneContext.ts'
import { useReason } from '../gate/useReason.ts'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { decideForAnyRecord } from '../scenario/anyRecord.ts'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import { appTexts } from './texts.ts'

/** What somebody wants explained. */
export interface Asked {
  readonly question: string
  readonly record: object | undefined
}

interface Props {
  readonly asked: Asked | null
  readonly onPeople: (() => void) | undefined
  readonly onClose: () => void
}

/** Says why something cannot be used, and who can change that. */
export function WhyDialog({ asked, onPeople, onClose }: Props) {
  const texts = useTexts(appTexts)
  const label = useLabels()
  const reason = useReason()
  const { catalog, gate } = usePane().inForce
  if (!asked) return null
  const { question, record } = asked
  const decision = record ? gate.decide(question, record) : decideForAnyRecord(gate, question)
  return (
    <ModalDialog title={label(catalog.permission(question)?.label)} isOpen onClose={onClose}>
      <p>{reason(decision)}</p>
      <p className="app-hint">{texts.whoChanges}</p>
      <div className="actions dialog-actions">
        {onPeople && (
          <Button
            onPress={() => {
              onClose()
              onPeople()
            }}
          >
            {texts.people}
          </Button>
        )}
        <Button variant="solid" onPress={onClose}>
          {texts.close}
        </Button>
      </div>
    </ModalDialog>
  )
}
