import 'zone.js'
import '@angular/compiler'
import { NgZone } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import catalog from 'rolegate/catalogs/adobe-dynamic-chat.json?raw'
import { componentOf, config, gateOf, rounds, words } from './app.mjs'
import snapshot from './snapshot.json'

const gate = gateOf(snapshot, catalog)
const app = await bootstrapApplication(componentOf(gate), config)
const shown = () => words(document.querySelector('output').textContent)
const zone = app.injector.get(NgZone)

await app.whenStable()
const before = shown()
await zone.run(() => gate.load(snapshot.token))
// Stable though a listener waits for the end of the snapshot.
await app.whenStable()
const pending = { micro: zone.hasPendingMicrotasks, macro: zone.hasPendingMacrotasks }
document.title = JSON.stringify({ before, after: shown(), pending, rounds: rounds.count })
