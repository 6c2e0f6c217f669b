import { FileQuestionMark, RotateCw } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../language/LanguageContext.ts'
import { hrefOf } from '../scenario/address.ts'
import { type CatalogProblem, keepCatalog, readCatalog, SHIPPED_IDS } from '../scenario/catalogs.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

// Few addresses need it, and dragging is much code.
const FileDrop = lazy(async () => ({ default: (await import('../ui/FileDrop.tsx')).FileDrop }))

/** The part of the address that does not fit, by what is the matter. */
const PARTS = {
  unknown: 'product',
  absent: 'catalog',
  changed: 'catalog',
  misnamed: 'catalog',
  other: 'file',
  unreadable: 'file',
  unreachable: undefined,
} as const

/** Says why the catalog of the address cannot be opened, and what can be done. */
export function CatalogState({ problem }: { readonly problem: CatalogProblem }) {
  const texts = useTexts(stateTexts)
  const { address, href, retry } = useWorkbench()
  const [refusal, setRefusal] = useState('')
  const { kind, fits, owner } = problem
  const id = address.product ?? address.scenario?.catalog ?? ''
  const { catalog: sha256, ...others } = address.scenario ?? {}
  const take = async (text: string) => {
    try {
      const dropped = await readCatalog(text)
      if (dropped.sha256 !== sha256) return setRefusal(texts.otherFile)
      await keepCatalog(text)
      retry()
    } catch {
      setRefusal(texts.otherFile)
    }
  }
  const says = { product: address.product, catalog: sha256, file: address.file?.slice(0, 40) }
  const part = PARTS[kind]
  const titles = {
    unknown: texts.unknown(id),
    absent: texts.absent(id),
    changed: texts.changed(id),
    misnamed: texts.misnamed,
    other: texts.other,
    unreadable: texts.unreadable,
    unreachable: texts.unreachable,
  }
  return (
    <StateMessage icon={FileQuestionMark} tone="bad" title={titles[kind]}>
      {part && (
        <p className="problem-part" data-problem={part}>
          {texts.part}: <code>{part}</code>. {texts.says}{' '}
          <code>{says[part] ?? texts.isMissing}</code>
        </p>
      )}
      {kind === 'absent' && (
        <>
          <p>{texts.absentHelp}</p>
          <Suspense>
            <FileDrop onFile={({ text }) => void take(text)} />
          </Suspense>
          {refusal && <p role="alert">{refusal}</p>}
        </>
      )}
      {kind === 'changed' && <p>{texts.changedHelp}</p>}
      {kind === 'misnamed' && <p>{owner ? texts.hashOf(owner) : texts.noHash}</p>}
      {(kind === 'changed' || kind === 'misnamed') && fits !== undefined && (
        <>
          <p className="problem-fits">
            {texts.fits}: <code>{fits}</code>
          </p>
          <a className="button solid" href={href({ scenario: others })}>
            {texts.useThis}
          </a>
        </>
      )}
      {kind === 'other' && owner !== undefined && <p>{texts.fileOf(owner, fits ?? '')}</p>}
      {kind === 'unreadable' && <p>{texts.unreadableHelp}</p>}
      {kind === 'unknown' && (
        <p className="problem-fits">
          {texts.fits}:{' '}
          {SHIPPED_IDS.map(shipped => (
            <a key={shipped} className="fit" href={href({ product: shipped })}>
              {shipped}
            </a>
          ))}
        </p>
      )}
      {kind === 'unreachable' && (
        <>
          <p>{texts.unreachableHelp}</p>
          <Button variant="solid" icon={RotateCw} onPress={retry}>
            {texts.retry}
          </Button>
        </>
      )}
      <a className="button soft" href={hrefOf('', {})}>
        {texts.start}
      </a>
    </StateMessage>
  )
}
