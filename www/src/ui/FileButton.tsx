import { FileUp } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './Button.tsx'

interface Props {
  readonly label: string
  readonly onText: (text: string) => void
}

/** A button that reads a text file. */
export function FileButton({ label, onText }: Props) {
  return (
    <FileTrigger onSelect={files => void files?.[0]?.text().then(onText)}>
      <Button icon={FileUp} variant="plain" small>
        {label}
      </Button>
    </FileTrigger>
  )
}
