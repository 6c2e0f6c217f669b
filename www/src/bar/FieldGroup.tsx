import { SlidersHorizontal } from 'lucide-react'
import { memo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTexts } from '../language/LanguageContext.ts'
import type { InForce } from '../scenario/Scene.ts'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import { Fields } from './Fields.tsx'
import { useSummary } from './summary.ts'
import { barTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly inForce: InForce
  readonly isSecond?: boolean
}

/** The fields of a scenario; on a narrow page one button that says what is in force, and opens them. */
export const FieldGroup = memo(function FieldGroup({ title, inForce, isSecond = false }: Props) {
  const texts = useTexts(barTexts)
  const summary = useSummary(inForce)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="bar-fields">
        <Fields inForce={inForce} isSecond={isSecond} />
      </div>
      <AriaButton className="button soft bar-summary" onPress={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden size={16} />
        <span className="visually-hidden">{texts.change}: </span>
        <span className="bar-summary-text">{summary}</span>
      </AriaButton>
      <ModalDialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="bar-sheet">
          <Fields inForce={inForce} isSecond={isSecond} />
          <Button variant="solid" onPress={() => setOpen(false)}>
            {texts.done}
          </Button>
        </div>
      </ModalDialog>
    </>
  )
})
