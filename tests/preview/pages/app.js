import { bind } from '/pkg/dist/entrypoints/dom.js'
import { answerWorkbench, mountPreview, previewable } from '/pkg/dist/entrypoints/preview-web.js'

const search = new URLSearchParams(location.search)
const role = search.get('role') ?? 'marketing-admin'
const product = search.get('product') ?? 'adobe-dynamic-chat'

const gate = previewable({
  keys: fetch('/jwks.json'),
  catalog: fetch(`/catalogs/${product}.json`),
  issuer: 'https://app.example',
  audience: 'app',
})
const load = async () =>
  gate.load(await (await fetch(`/token?role=${role}&product=${product}`)).text())

function draw() {
  for (const element of document.querySelectorAll('[data-permission]')) {
    element.hidden = !gate.can(element.dataset.permission)
  }
  document.querySelector('#state').textContent = `${gate.state} ${gate.seq}`
}

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
  })
}
