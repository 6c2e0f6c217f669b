// Renders the component on the server, with nothing loaded and with a snapshot in force, and prints
// both; the process ends by itself, though nobody has removed the listeners.
import 'zone.js/node'
import '@angular/compiler'
import { readFileSync } from 'node:fs'
import { Component } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { provideServerRendering, renderApplication } from '@angular/platform-server'
import { provideGate, RolegateCan, RolegateControl } from 'rolegate/angular'
import { componentOf, config, gateOf, rounds, words } from './app.mjs'

const snapshot = JSON.parse(readFileSync('snapshot.json', 'utf8'))
const catalog = readFileSync('node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
const gate = gateOf(snapshot, catalog)

const rendered = []
for (const prepare of [() => {}, () => gate.load(snapshot.token)]) {
  await prepare()
  const app = componentOf(gate)
  const server = { providers: [...config.providers, provideServerRendering()] }
  const html = await renderApplication(context => bootstrapApplication(app, server, context), {
    document: '<!doctype html><html><body><app-root></app-root></body></html>',
  })
  rendered.push(words(/<output>([^<]*)/.exec(html)?.[1] ?? html))
}
/** What the binding draws; its listener ends with the request. */
class Bound {}
Component({
  selector: 'app-root',
  imports: [RolegateCan, RolegateControl],
  template: `<b *rolegateCan="'reports.export'">yes</b>
    <a [rolegateControl]="'agent-inbox.access'" rolegateMode="disable"></a>`,
})(Bound)
const providers = [...config.providers, provideServerRendering(), provideGate(gate)]
const html = await renderApplication(
  context => bootstrapApplication(Bound, { providers }, context),
  {
    document: '<!doctype html><html><body><app-root></app-root></body></html>',
  },
)
const drawn = {
  content: /<b>([^<]*)/.exec(html)?.[1],
  control: /<a[^>]* data-gate-outcome="([^"]*)"[^>]* aria-disabled="true"/.exec(html)?.[1],
}
console.log(JSON.stringify({ rendered, drawn, rounds: rounds.count }))
