import { Download } from 'lucide-react'
import { useTexts } from '../language/LanguageContext.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { csvOf, download, markdownOf, pngOf, type TableFile } from '../ui/tableFile.ts'
import { tableTexts } from './texts.ts'

/** Takes the table away, as it is shown. */
export function ExportMenu({ file }: { readonly file: () => TableFile }) {
  const texts = useTexts(tableTexts)
  const give = async (format: string) => {
    if (format === 'print') {
      // The menu has to be gone first.
      setTimeout(() => print(), 200)
      return
    }
    const table = file()
    const [ending, content] =
      format === 'csv'
        ? ['csv', new Blob([csvOf(table)], { type: 'text/csv' })]
        : format === 'markdown'
          ? ['md', new Blob([markdownOf(table)], { type: 'text/markdown' })]
          : ['png', await pngOf(table)]
    download(`${table.name}.${ending}`, content as Blob)
  }
  return (
    <MenuButton
      icon={Download}
      label={texts.table}
      text={texts.export}
      options={Object.entries(texts.formats).map(([id, label]) => ({ id, label }))}
      onChoose={format => void give(format)}
    />
  )
}
