import { answerWorkbench, previewable } from '/pkg/dist/entrypoints/preview-web.js'

const search = new URLSearchParams(location.search)
const role = search.get('role') ?? 'marketing-admin'

const gate = previewable({
  keys: fetch('/jwks.json'),
  catalog: fetch('/catalogs/adobe-dynamic-chat.json'),
  issuer: 'https://app.example',
  audience: 'app',
})
const load = async () => gate.load(await (await fetch(`/token?role=${role}`)).text())

function draw() {
  for (const element of document.querySelectorAll('[data-permission]')) {
    element.hidden = !gate.can(element.dataset.permission)
  }
  document.querySelector('#state').textContent = `${gate.state} ${gate.seq}`
}

gate.subscribe(draw)
document.querySelector('a').search = `${location.search}&page=2`
answerWorkbench(gate, { origins: search.getAll('workbench') })
globalThis.app = { gate, load }
await load()
