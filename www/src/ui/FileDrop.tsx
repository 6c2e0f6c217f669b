import { FileUp } from 'lucide-react'
import { Button, DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components'
import { translations, useTexts } from '../language/LanguageContext.ts'

interface Props {
  readonly label?: string
  readonly help?: string
  readonly onText: (text: string, name: string) => void
}

const TEXTS = translations({
  en: { drop: 'Drop a file here', or: 'or', choose: 'Choose a file' },
  nl: { drop: 'Laat hier een bestand vallen', or: 'of', choose: 'Kies een bestand' },
})

/** A place to drop a text file on, or to choose one. It is only read, and sent nowhere. */
export function FileDrop({ label, help, onText }: Props) {
  const texts = useTexts(TEXTS)
  const read = async (file: File | undefined) => {
    if (file) onText(await file.text(), file.name)
  }
  return (
    <DropZone
      className="file-drop"
      onDrop={async ({ items }) => {
        const item = items.find((entry): entry is FileDropItem => entry.kind === 'file')
        await read(await item?.getFile())
      }}
    >
      <FileUp aria-hidden size={22} />
      <Text slot="label">{label ?? texts.drop}</Text>
      {help && <p>{help}</p>}
      <FileTrigger
        acceptedFileTypes={['application/json', '.json', '.txt', '.jwt']}
        onSelect={files => void read(files?.[0])}
      >
        <Button className="button soft">{texts.choose}</Button>
      </FileTrigger>
    </DropZone>
  )
}
