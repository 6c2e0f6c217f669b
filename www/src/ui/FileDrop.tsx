import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { Button, type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components'
import { translations, useTexts } from '../language/LanguageContext.ts'
import { type ReadFile, readFile } from './fileText.ts'

interface Props {
  readonly label?: string
  readonly help?: string
  readonly onFile: (file: ReadFile) => void
}

const TEXTS = translations({
  en: {
    drop: 'Drop a file here',
    choose: 'Choose a file',
    several: 'Only one file at a time can be looked at.',
    folder: 'This is a folder. Drop the file itself.',
    noFile: 'This is no file. Save it as one, and drop that.',
    unreadable: 'The file cannot be read. It may be gone, or not be yours to read.',
  },
  nl: {
    drop: 'Laat hier een bestand vallen',
    choose: 'Kies een bestand',
    several: 'Er kan maar één bestand tegelijk worden bekeken.',
    folder: 'Dit is een map. Laat het bestand zelf vallen.',
    noFile: 'Dit is geen bestand. Bewaar het als bestand, en laat dat vallen.',
    unreadable: 'Het bestand is niet te lezen. Het is er misschien niet meer, of niet voor jou.',
  },
})

type Problem = 'several' | 'folder' | 'noFile' | 'unreadable'

/** A place to drop one file on, or to choose it. It is only read, and sent nowhere. */
export function FileDrop({ label, help, onFile }: Props) {
  const texts = useTexts(TEXTS)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = async (file: File) => {
    setProblem(null)
    try {
      onFile(await readFile(file))
    } catch {
      setProblem('unreadable')
    }
  }
  const drop = async (items: readonly DropItem[]) => {
    const [item] = items
    if (items.length > 1) setProblem('several')
    else if (item?.kind === 'directory') setProblem('folder')
    else if (item?.kind !== 'file') setProblem('noFile')
    else await read(await item.getFile())
  }
  return (
    <>
      <DropZone className="file-drop" onDrop={({ items }) => void drop(items)}>
        <FileUp aria-hidden size={22} />
        <Text slot="label">{label ?? texts.drop}</Text>
        {help && <p>{help}</p>}
        <FileTrigger
          acceptedFileTypes={['application/json', '.json', '.txt', '.jwt']}
          onSelect={files => {
            const file = files?.[0]
            if (file) void read(file)
          }}
        >
          <Button className="button soft">{texts.choose}</Button>
        </FileTrigger>
      </DropZone>
      {problem && <p role="alert">{texts[problem]}</p>}
    </>
  )
}
