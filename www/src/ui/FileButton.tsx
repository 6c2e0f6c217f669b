import { FileUp } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './Button.tsx'
import { readFile, textOf } from './fileText.ts'

interface Props {
  readonly label: string
  readonly onText: (text: string) => void
}

/** A button that reads a text file, in whichever encoding a shell has written it. */
export function FileButton({ label, onText }: Props) {
  const read = async (file: File | undefined) => {
    if (file) onText(textOf(await readFile(file)))
  }
  return (
    <FileTrigger onSelect={files => void read(files?.[0])}>
      <Button icon={FileUp} variant="plain" small>
        {label}
      </Button>
    </FileTrigger>
  )
}
