import { Bookmark } from 'lucide-react'
import { memo, useState } from 'react'
import { useTexts } from '../language/LanguageContext.ts'
import { saveScenario } from '../scenario/saved.ts'
import { Button } from '../ui/Button.tsx'
import { PromptDialog } from '../ui/PromptDialog.tsx'
import { toast } from '../ui/toast.ts'
import { barTexts } from './texts.ts'

/** Keeps the address under a name, for the start. */
export const SaveButton = memo(function SaveButton() {
  const texts = useTexts(barTexts)
  const [isOpen, setOpen] = useState(false)
  const save = (name: string) => {
    saveScenario({ name, href: location.hash })
    toast(texts.saved(name))
  }
  return (
    <>
      <Button variant="plain" icon={Bookmark} onPress={() => setOpen(true)}>
        {texts.save}
      </Button>
      <PromptDialog
        title={texts.saveTitle}
        label={texts.saveName}
        action={texts.save}
        isOpen={isOpen}
        onSubmit={save}
        onClose={() => setOpen(false)}
      />
    </>
  )
})
