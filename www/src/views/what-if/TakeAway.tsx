import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { Button } from '../../ui/Button.tsx'
import { download } from '../../ui/tableFile.ts'
import { toast } from '../../ui/toast.ts'
import { catalogOf, claimsOf } from './takeaway.ts'
import { whatIfTexts } from './texts.ts'

/** The draft as files that the command takes. */
export function TakeAway({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(whatIfTexts)
  const { catalog, scenario } = inForce
  const claims = claimsOf(scenario)
  const give = (name: string, text: string) =>
    download(name, new Blob([text], { type: 'application/json' }))
  const [isOpen, setOpen] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(claims)
      toast(texts.copied)
    } catch {
      // Over HTTP, and where it was denied, a page cannot write to the clipboard.
      setOpen(true)
    }
  }
  return (
    <section className="card" aria-labelledby="take">
      <header className="card-header">
        <div>
          <h2 id="take">{texts.take}</h2>
          <p>{texts.takeHelp}</p>
        </div>
      </header>
      <div className="actions">
        <Button icon={Download} onPress={() => give('claims.json', claims)}>
          {texts.claims}
        </Button>
        <Button icon={Copy} variant="plain" iconOnly onPress={() => void copy()}>
          {texts.copy}
        </Button>
        {scenario.customRoles.length > 0 && (
          <Button
            icon={Download}
            onPress={() => give(`${catalog.id}.json`, catalogOf(catalog, scenario))}
          >
            {texts.catalog}
          </Button>
        )}
      </div>
      <details
        className="why-details"
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{texts.show}</summary>
        <pre>
          <code>{claims}</code>
        </pre>
      </details>
    </section>
  )
}
