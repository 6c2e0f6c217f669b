import { connectApp, readCatalog } from '/pkg/dist/entrypoints/preview-web.js'

const frame = document.querySelector('iframe')
globalThis.received = []
addEventListener('message', ({ data }) => received.push(JSON.stringify(data)))

globalThis.open = address => {
  frame.src = address
  globalThis.connection = connectApp(frame, new URL(address).origin)
}
globalThis.readCatalog = readCatalog
globalThis.connectApp = connectApp
