import { Columns2, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../language/LanguageContext.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.ts'
import { BesideBar } from './BesideBar.tsx'
import { DraftChip } from './DraftChip.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import { linkTo } from './link.ts'
import { SaveButton } from './SaveButton.tsx'
import { barTexts } from './texts.ts'

/**
 * Who looks, at what, with what: what is in force, and everything that can be asked for instead. Its
 * texts follow the gate, never the address, so that they are true whatever became of a request.
 */
export function ScenarioBar() {
  const texts = useTexts(barTexts)
  const { scene, address, href, view } = useWorkbench()
  const [link, setLink] = useState('')
  const { inForce, isPending } = scene
  // Its room is kept, so that nothing moves when it comes.
  if (!inForce) return <div className="bar bar-empty" />
  const copy = async () => {
    const { url, isWhole } = await linkTo(address, inForce.catalog, location)
    try {
      await navigator.clipboard.writeText(url)
      toast(isWhole ? texts.copied : texts.copiedWithout)
    } catch {
      // Over HTTP, and where it was denied, a page cannot write to the clipboard.
      setLink(url)
    }
  }
  return (
    <div className="bar-stack">
      <section className="bar" aria-label={texts.bar} data-pending={isPending || undefined}>
        <FieldGroup title={texts.bar} inForce={inForce} />
        <div className="bar-actions">
          <DraftChip inForce={inForce} />
          <a className="button plain bar-action" href={href(NEW_COMPARISON, 'compare')}>
            <Columns2 aria-hidden size={16} />
            <span>{texts.compare}</span>
          </a>
          <SaveButton />
          <Button variant="plain" icon={Link2} onPress={() => void copy()}>
            {texts.copy}
          </Button>
        </div>
      </section>
      <ModalDialog title={texts.copy} isOpen={link !== ''} onClose={() => setLink('')}>
        <TextField label={texts.copyThis} value={link} isReadOnly autoFocus />
      </ModalDialog>
      {view === 'look' && address.beside !== undefined && <BesideBar />}
    </div>
  )
}

const NEW_COMPARISON = { by: undefined, sides: undefined }
