import { AppWindow } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import { firstScenario } from '../../products/people.ts'
import { OF_ONE_PRODUCT } from '../../scenario/address.ts'
import { allowApp, originOf, sandboxFor } from '../../scenario/apps.ts'
import { keepCatalog } from '../../scenario/catalogs.ts'
import { useApp } from '../../scenario/useApp.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { startTexts } from './texts.ts'

/** Connects the reader's own app, and looks at it. */
export function OwnApp() {
  const texts = useTexts(startTexts)
  const [typed, setTyped] = useState('')
  const [address, setAddress] = useState('')
  const isAddress = originOf(typed.trim()) !== null
  const connect = (event: FormEvent) => {
    event.preventDefault()
    if (isAddress) setAddress(typed.trim())
  }
  return (
    <section aria-labelledby="own-app">
      <h2 id="own-app">{texts.app}</h2>
      <form className="own-app" onSubmit={connect}>
        <p>{texts.appHelp}</p>
        <TextField
          label={texts.appAddress}
          placeholder="https://chat.example/"
          type="url"
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" icon={AppWindow} isDisabled={!isAddress}>
          {texts.connect}
        </Button>
        <p>{texts.sampleApps}</p>
        <ul className="sample-apps">
          {Object.entries(texts.samples).map(([file, name]) => (
            <li key={file}>
              <span>{name}</span>
              <Button
                small
                aria-label={`${texts.connect}: ${name}`}
                onPress={() => setAddress(new URL(file, document.baseURI).href)}
              >
                {texts.connect}
              </Button>
              <a
                className="button small plain"
                href={file}
                aria-label={`${texts.openSample}: ${name}`}
              >
                {texts.openSample}
              </a>
            </li>
          ))}
        </ul>
        {address && <Connecting key={address} address={address} />}
      </form>
    </section>
  )
}

/** Frames the app until it answers with its catalog. */
function Connecting({ address }: { readonly address: string }) {
  const texts = useTexts(startTexts)
  const { go } = useWorkbench()
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const { app } = useApp(frame, address)
  const [file] = app?.catalogs ?? []
  useEffect(() => {
    if (!file) return
    allowApp(new URL(address).origin)
    void keepCatalog(new TextDecoder().decode(file)).then(catalog => {
      const scenario = { ...firstScenario(catalog), catalog: catalog.sha256 }
      const parts = { product: catalog.id, scenario, app: address }
      go({ ...OF_ONE_PRODUCT, ...parts }, { view: 'look' })
    })
  }, [file, address, go])
  return (
    <>
      <p role="status">
        {app?.state === 'unusable' ? app.message : texts.connecting(location.origin)}
      </p>
      <iframe
        ref={setFrame}
        src={address}
        title={address}
        className="connecting-frame"
        sandbox={sandboxFor(address)}
      />
    </>
  )
}
