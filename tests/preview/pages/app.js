import { bind } from '/pkg/dist/entrypoints/dom.js'
import { answerWorkbench, mountPreview, previewable } from '/pkg/dist/entrypoints/preview-web.js'
import { createGate } from '/pkg/dist/entrypoints/web.js'

const search = new URLSearchParams(location.search)
const role = search.get('role') ?? 'marketing-admin'
const product = search.get('product') ?? 'adobe-dynamic-chat'

const options = { keys: fetch('/jwks.json'), issuer: 'https://app.example', audience: 'app' }
const catalog = () => fetch(`/catalogs/${product}.json`)
// As a client does, which loads its gate by itself.
const loaded = search.has('client') ? createGate({ ...options, catalog: catalog() }) : undefined
const gate = previewable(loaded ? { gate: loaded, catalog } : { ...options, catalog: catalog() })
const load = async () =>
  (loaded ?? gate).load(await (await fetch(`/token?role=${role}&product=${product}`)).text())

function draw() {
  for (const element of document.querySelectorAll('[data-permission]')) {
    element.hidden = !gate.can(element.dataset.permission)
  }
  document.querySelector('#state').textContent = `${gate.state} ${gate.seq}`
}

document.documentElement.dir = search.get('direction') ?? ''
gate.subscribe(draw)
bind(gate)
document.querySelector('a').search = `${location.search}&page=2`
answerWorkbench(gate, { origins: search.getAll('workbench') })
globalThis.app = { gate, load }
await load()
if (search.has('panel')) {
  await mountPreview(gate, {
    language: search.get('panel') || undefined,
    theme: search.get('theme') || undefined,
    side: search.get('side') || undefined,
  })
}
